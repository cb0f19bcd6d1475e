import { leesInstelling } from '#core/catalogus/instellingen.ts'
import { gebruikCatalogus } from '../kader/gebruik-catalogus.ts'
import { Badge } from '../onderdelen/Badge.tsx'
import { EisChip } from '../onderdelen/EisChip.tsx'
import { Icoon } from '../onderdelen/Icoon.tsx'
import { Tabel } from '../onderdelen/Tabel.tsx'
import { families } from './families.ts'

const uitkomsten = {
  toegestaan: { soort: 'goed', icoon: 'vink', tekst: 'Mag samen' },
  waarschuwen: { soort: 'let-op', icoon: 'waarschuwing', tekst: 'Mag met motivering' },
  blokkeren: { soort: 'fout', icoon: 'kruis', tekst: 'Mag niet samen' },
} as const

/** Zonder matrix: per paar families wat de gemeente koos. */
export function Familietabel() {
  const { catalogus } = gebruikCatalogus()
  const paren = catalogus.stapeling.paren
  if (!paren) return null
  // Eén sleutel `instelling` die geen uitkomst noemt, verwijst naar een instelling; anders staan de paren er zelf.
  const { instelling } = paren.waarden as { instelling?: string }
  const waarden = (
    instelling !== undefined && !(instelling in uitkomsten) ? leesInstelling(catalogus, {}, instelling) : paren.waarden
  ) as Record<string, keyof typeof uitkomsten>
  const groepen = families(catalogus)
  return (
    <>
      <Tabel
        bijschrift="Wat samen mag, per soort begeleiding"
        koppen={['Soort', ...groepen.map((g) => g.familie)]}
        rijen={groepen.map((rij) => ({
          sleutel: rij.familie,
          cellen: [
            <>
              {rij.familie} <span className="md-bijtekst">{rij.codes.join(', ')}</span>
            </>,
            ...groepen.map((kolom) => {
              const vorm = uitkomsten[waarden[[rij.familie.toLowerCase(), kolom.familie.toLowerCase()].sort().join('_')] ?? 'toegestaan']
              return (
                <Badge key={kolom.familie} soort={vorm.soort}>
                  <Icoon naam={vorm.icoon} /> {vorm.tekst}
                </Badge>
              )
            }),
          ],
        }))}
      />
      <p>
        {paren.tekst} <EisChip eis={paren.eis} />
      </p>
    </>
  )
}
