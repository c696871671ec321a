/** The 97.5 % point of the normal distribution: intervals are two-sided at 95 %. */
export const Z95 = 1.959963984540054;
