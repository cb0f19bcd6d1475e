/** Dat er iets anders gekozen is dan het advies, wat het advies was, en waarom. */
export function Afwijking({ advies, motivering }: { advies: string | null; motivering: string }) {
  return (
    <p className="ind-tekst">
      <strong>Anders dan het advies{advies && ` (${advies})`}, omdat:</strong> {motivering}
    </p>
  )
}
