import { Uitklap } from '../onderdelen/Uitklap.tsx'

type Nietmogelijk = { readonly wat: string; readonly tekst: string; readonly watNu: string; readonly regel: string }

/** Wat van de standaard nu niet kan, met de regel en wat dan wel. Kan alles, dan staat er niets. */
export function WatNietKan({ kop = 'Wat niet kan, en waarom', niet }: { kop?: string; niet: readonly Nietmogelijk[] }) {
  if (niet.length === 0) return null
  return (
    <Uitklap kop={kop}>
      <dl className="br-niet">
        {niet.map((n) => (
          <div key={n.wat}>
            <dt>{n.wat}</dt>
            <dd>
              {n.tekst} {n.watNu} <span className="md-bijtekst">Regel {n.regel} van de standaard.</span>
            </dd>
          </div>
        ))}
      </dl>
    </Uitklap>
  )
}
