const maanden = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december']

/** `2026-01-01` → `1 januari 2026`. Wat geen datum is, blijft staan zoals het is. */
export function schrijfDatum(datum: string): string {
  const delen = /^(\d{4})-(\d{2})-(\d{2})$/.exec(datum)
  const maand = delen ? maanden[Number(delen[2]) - 1] : undefined
  return delen && maand ? `${Number(delen[3])} ${maand} ${delen[1]}` : datum
}
