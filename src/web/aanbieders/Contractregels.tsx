import type { Aanbiederantwoord } from '#http/api/keten/aanbiederroutes.ts'
import { Badge } from '../onderdelen/Badge.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Tabel } from '../onderdelen/Tabel.tsx'
import { dagen, tariefzin } from './regelzin.ts'

type Regel = Aanbiederantwoord['regels'][number]
type Props = { regels: readonly Regel[]; vandaag: string; wijzig?: ((regel: Regel) => void) | undefined }

const stand = (r: Regel, vandaag: string): 'nu' | 'straks' | 'voorbij' =>
  r.van > vandaag ? 'straks' : r.tot !== null && r.tot < vandaag ? 'voorbij' : 'nu'

/** Elke code met haar tarief op bepaalde dagen. Wat voorbij is, blijft staan. */
export function Contractregels({ regels, vandaag, wijzig }: Props) {
  const rijen = [...regels].sort((a, b) => rang(a, vandaag) - rang(b, vandaag))
  return (
    <section className="md-deel" aria-labelledby="aan-regels">
      <h2 id="aan-regels">Codes en tarieven</h2>
      {regels.length === 0 ? (
        <p>Dit contract heeft nog geen codes. Zonder code is er niets toe te wijzen of te declareren.</p>
      ) : (
        <Tabel
          bijschrift="Codes en tarieven"
          bijschriftVerborgen
          koppen={['Code', 'Categorie', 'Product in de catalogus', 'Tarief', 'Geldt', 'Toewijzingen', ...(wijzig ? ['Wijzigen'] : [])]}
          rijen={rijen.map((r) => ({
            sleutel: [r.code, r.categorie, r.eenheid, r.catalogusproduct, r.naam, r.van].join('|'),
            ...(stand(r, vandaag) === 'voorbij' && { klasse: 'aan-voorbij' }),
            cellen: [
              r.naam === null ? (
                r.code
              ) : (
                <span key="code">
                  {r.code}
                  <br />
                  <span className="md-bijtekst">{r.naam}</span>
                </span>
              ),
              `${r.categorie} ${r.categorienaam}`,
              <span key="product">
                {r.catalogusproduct === null ? 'Niet genoemd' : (r.productnaam ?? `${r.catalogusproduct} (niet in de catalogus)`)}{' '}
                {!r.toewijsbaar && stand(r, vandaag) !== 'voorbij' && <Badge soort="let-op">Niet toe te wijzen</Badge>}
              </span>,
              tariefzin(r),
              <span key="geldt">
                {dagen(r.van, r.tot)} <Stand stand={stand(r, vandaag)} />
              </span>,
              r.toewijzingen.toLocaleString('nl-NL'),
              ...(wijzig
                ? [
                    stand(r, vandaag) === 'voorbij' ? (
                      ''
                    ) : (
                      <Knop key="wijzig" soort="stil" opKlik={() => wijzig(r)}>
                        Wijzig<span className="md-onzichtbaar"> {[r.code, r.productnaam, r.naam].filter(Boolean).join(', ')}</span>
                      </Knop>
                    ),
                  ]
                : []),
            ],
          }))}
        />
      )}
    </section>
  )
}

const volgorde = { nu: 0, straks: 1, voorbij: 2 } as const
const rang = (r: Regel, vandaag: string): number => volgorde[stand(r, vandaag)]

function Stand({ stand: s }: { stand: 'nu' | 'straks' | 'voorbij' }) {
  if (s === 'nu') return null
  return <Badge soort={s === 'straks' ? 'info' : 'gewoon'}>{s === 'straks' ? 'Gaat nog in' : 'Voorbij'}</Badge>
}
