import { dayNumberOf } from './date-arithmetic.js';

/**
 * The day number of Easter Sunday in a Gregorian year: the anonymous algorithm (Meeus, Jones and Butcher), in
 * which the ecclesiastical full moon is found first and the Sunday after it second.
 */
export const easterSunday = (year: number): number => {
  const goldenNumber = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * goldenNumber + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const lateMoon = Math.floor((goldenNumber + 11 * epact + 22 * toSunday) / 451);
  const sinceMarch = epact + toSunday - 7 * lateMoon + 114;
  return dayNumberOf(year, Math.floor(sinceMarch / 31), (sinceMarch % 31) + 1);
};
