import { useQueryClient } from '@tanstack/react-query'
import type { Zaakantwoord } from '#http/api/dossier/vormen.ts'
import { gebruikEigenSessie } from '../api/gebruik-sessie.ts'
import { gebruikFormulier } from '../formulier/gebruik-formulier.ts'
import { Foutoverzicht } from '../onderdelen/Foutoverzicht.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Kop } from '../onderdelen/Kop.tsx'
import { Tekstveld } from '../onderdelen/Tekstveld.tsx'
import { Verouderd } from '../onderdelen/Verouderd.tsx'
import { Doelkeuze, leesDoel, naamVanDoel } from '../werk/Doelkeuze.tsx'
import { gebruikCollegas } from '../werk/gebruik-collegas.ts'
import { draagOver, verversWerk } from '../werk/overdracht.ts'

/** Deze zaak aan een collega of team geven, of zelf overnemen. */
export function Overdragen({ zaak, opKlaar }: { zaak: Zaakantwoord; opKlaar: () => void }) {
  const { vandaag, medewerker } = gebruikEigenSessie()
  const client = useQueryClient()
  const collegas = gebruikCollegas().data?.waarde
  const f = gebruikFormulier({
    id: `overdragen-${zaak.id}`,
    begin: { doel: '', reden: '' },
    controleer: (w) => (leesDoel(w.doel) ? [] : [{ plaats: '/doel', code: 'LEEG', tekst: 'Kies een collega of een team.' }]),
    vertaal: (plaats) => (plaats === '/behandelaar' || plaats === '/team' ? '/doel' : plaats),
    verstuur: async (w) => {
      const doel = leesDoel(w.doel)
      if (!doel) return
      const wie = doel.behandelaar === medewerker.id ? 'U behandelt nu' : `Overgedragen aan ${naamVanDoel(w.doel, collegas)}:`
      await draagOver(client, zaak, doel, w.reden.trim() || null, `${wie} ${zaak.nummer}.`, vandaag)
      opKlaar()
    },
  })
  const doel = f.veld('/doel')
  return (
    <section className="md-paneel" aria-labelledby="overdragen">
      <Kop niveau={2} als={3} id="overdragen">
        Overdragen of overnemen
      </Kop>
      {f.probleem?.status === 412 ? (
        <Verouderd wat="deze zaak" probleem={f.probleem} opnieuw={() => void verversWerk(client).then(opKlaar)} />
      ) : (
        <Foutoverzicht formulier={f} />
      )}
      <form className="md-formulier" noValidate onSubmit={(e) => void f.verstuur(e)}>
        <Doelkeuze label="Aan wie" id={doel.id} waarde={doel.waarde} opWijzig={doel.opWijzig} fout={doel.fout} />
        <Tekstveld label="Waarom" uitleg="Uw collega leest dit bij de zaak." hoogstens={300} {...f.veld('/reden')} />
        <p className="md-knoppen">
          <Knop soort="primair" type="submit">
            Overdragen
          </Knop>
          <Knop soort="stil" opKlik={opKlaar}>
            Toch niet
          </Knop>
        </p>
      </form>
    </section>
  )
}
