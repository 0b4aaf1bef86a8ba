/** An identifier that is the same at every run. */
export const idOf = (number: number): string =>
  `019a5b7c-0000-7000-8000-${`${number}`.padStart(12, '0')}`;

/** Two organisations, Ådalen and Öster; a person and another one; what stands in the tables. */
export const filledIds = {
  person: idOf(1),
  other: idOf(2),
  adalen: idOf(10),
  oster: idOf(11),
  line: idOf(20),
  otherLine: idOf(21),
  beslut: idOf(30),
  post: idOf(40),
  correction: idOf(41),
  toLater: idOf(42),
  fromEarlier: idOf(43),
  draft: idOf(50),
  frozen: idOf(51),
  member: idOf(52),
} as const;

/** A text with all that a file of lines could stumble on. */
export const awkward = 'Å ä ö "citat" \\ \'\n\r\t; , \u2028\u2029 \u0001 𝔘 {"end":true} [null]';
