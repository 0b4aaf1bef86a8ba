/** The rows with one of them at another place, counted from 0; the rows between shift. */
export function moved<Row>(rows: readonly Row[], row: Row, place: number): Row[] {
  return rows.filter((other) => other !== row).toSpliced(place, 0, row);
}
