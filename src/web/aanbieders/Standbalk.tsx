type Telling = { readonly opTijd: number; readonly teLaat: number; readonly loopt: number; readonly verlopen: number }
const delen = [
  { sleutel: 'opTijd', klasse: 'goed', woord: 'op tijd' },
  { sleutel: 'teLaat', klasse: 'let-op', woord: 'later klaar' },
  { sleutel: 'verlopen', klasse: 'fout', woord: 'nu te laat' },
  { sleutel: 'loopt', klasse: 'zacht', woord: 'loopt nog' },
] as const

/** Een balk met de verdeling; dezelfde getallen staan er in woorden naast. */
export function Standbalk({ telling }: { telling: Telling }) {
  const som = delen.reduce((n, d) => n + telling[d.sleutel], 0)
  if (som === 0) return <span className="md-bijtekst">Nog niets</span>
  const zichtbaar = delen.filter((d) => telling[d.sleutel] > 0)
  return (
    <span className="aan-balk">
      <span className="aan-balk__beeld" aria-hidden="true">
        {zichtbaar.map((d) => (
          <span key={d.sleutel} className={`aan-balk__deel aan-balk__deel--${d.klasse}`} style={{ flexGrow: telling[d.sleutel] }} />
        ))}
      </span>
      <span>{zichtbaar.map((d) => `${telling[d.sleutel].toLocaleString('nl-NL')} ${d.woord}`).join(', ')}</span>
    </span>
  )
}
