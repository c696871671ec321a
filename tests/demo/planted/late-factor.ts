interface LateTruth {
  realised: { bands: Record<string, { orders: number; factorSum: number }> };
}

/** What was left of the chance to come back after a late first parcel, on the mean. */
export function lateFactor({ realised }: LateTruth): number {
  const bands = Object.values(realised.bands);
  const orders = bands.reduce((sum, band) => sum + band.orders, 0);
  return bands.reduce((sum, band) => sum + band.factorSum, 0) / orders;
}
