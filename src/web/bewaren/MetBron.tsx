import { EisChips } from '#web/onderdelen/EisChip.tsx'

/** Een melding met haar nummers als verwijzing: staan ze al tussen haakjes in de zin, dan op die plek, anders erachter. */
export function MetBron({ tekst, eisen }: { tekst: string; eisen: readonly string[] }) {
  const haakjes = `(${eisen.join(', ')})`
  const plek = eisen.length === 0 ? -1 : tekst.indexOf(haakjes)
  if (plek < 0)
    return (
      <>
        {tekst} <EisChips eisen={eisen} />
      </>
    )
  return (
    <>
      {tekst.slice(0, plek)}
      <EisChips eisen={eisen} />
      {tekst.slice(plek + haakjes.length)}
    </>
  )
}
