import { useQueryClient } from '@tanstack/react-query'
import type { Zaakantwoord } from '#http/api/dossier/vormen.ts'
import { gebruikEigenSessie } from '../api/gebruik-sessie.ts'
import { alsProbleem } from '../api/probleem.ts'
import { schrijfDatum, schrijfTijdstip } from '../kader/schrijf-datum.ts'
import { Knop } from '../onderdelen/Knop.tsx'
import { toonToast } from '../onderdelen/toast.ts'
import { maakOngedaan, verversWerk } from '../werk/overdracht.ts'

/** Feiten met een dag en een zin, het laatste bovenaan. Wat verbeterd of vervallen is blijft te lezen, doorgestreept. */
export function Verloop({ zaak }: { zaak: Zaakantwoord }) {
  const { vandaag } = gebruikEigenSessie()
  const client = useQueryClient()
  const draaiTerug = async (id: string) => {
    try {
      await maakOngedaan(zaak, id, vandaag)
      toonToast({ tekst: 'Ongedaan gemaakt.' })
    } catch (fout) {
      toonToast({ tekst: `Niet gelukt. ${alsProbleem(fout).tekst}` })
    }
    await verversWerk(client)
  }
  return (
    <ol className="md-verloop">
      {[...zaak.gebeurtenissen].reverse().map((g) => (
        <li key={g.id} data-vervallen={g.vervallen || undefined}>
          <span className="md-verloop__dag">{schrijfDatum(g.datum)}</span>
          <span className="md-verloop__zin">
            {g.vervallen ? (
              <>
                <s>{g.zin}</s> <span className="md-bijtekst">Telt niet meer mee.</span>
              </>
            ) : (
              g.zin
            )}
            <span className="md-bijtekst md-verloop__wie">
              {g.door ?? 'Het programma'}, {schrijfTijdstip(g.op)}
            </span>
          </span>
          {g.id === zaak.ongedaan && (
            <Knop soort="stil" opKlik={() => void draaiTerug(g.id)}>
              Ongedaan maken
            </Knop>
          )}
        </li>
      ))}
    </ol>
  )
}
