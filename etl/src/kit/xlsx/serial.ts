const DAY_MS = 86_400_000;
/** Excel counts 1 January 1900 as day 1 and believes in 29 February 1900; from March 1900 on, day 0 is 30 December 1899. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** A day number with its fraction as the date and time it stands for; a time of day alone where there is no day. */
export function dateOfSerial(serial: number, from1904: boolean): string {
  const whole = !from1904 && serial > 0 && serial < 60 ? serial + 1 : serial;
  const time = new Date((from1904 ? EPOCH_1904 : EPOCH_1900) + Math.round(whole * DAY_MS));
  if (Number.isNaN(time.getTime())) return String(serial);
  const [day = '', clock = ''] = time.toISOString().replace('Z', '').replace('.000', '').split('T');
  if (serial >= 0 && serial < 1) return clock;
  return clock === '00:00:00' ? day : `${day} ${clock}`;
}
