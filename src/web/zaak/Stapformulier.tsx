import { useQueryClient } from '@tanstack/react-query'
import type { Zaakgebeurtenissoort } from '#core/dossier/gebeurtenissoorten.ts'
import type { Zaakantwoord } from '#http/api/dossier/vormen.ts'
import { gebruikEigenSessie } from '../api/gebruik-sessie.ts'
import { legVast } from '../api/nieuwe-sleutel.ts'
import { type Formulier, gebruikFormulier } from '../formulier/gebruik-formulier.ts'
import { Datumveld } from '../onderdelen/Datumveld.tsx'
import { Foutoverzicht } from '../onderdelen/Foutoverzicht.tsx'
import { Keuzelijst } from '../onderdelen/Keuzelijst.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Kop } from '../onderdelen/Kop.tsx'
import { Tekstveld } from '../onderdelen/Tekstveld.tsx'
import { Tekstvlak } from '../onderdelen/Tekstvlak.tsx'
import { meldOngedaan, toonToast } from '../onderdelen/toast.ts'
import { Verouderd } from '../onderdelen/Verouderd.tsx'
import { Vinkje } from '../onderdelen/Vinkje.tsx'
import { maakOngedaan, verversWerk } from '../werk/overdracht.ts'
import { type Stapveld, stapknop, stapvelden } from './stapvelden.ts'

type Waarden = { datum: string; gegevens: Record<string, string | boolean> }
type Props = { zaak: Zaakantwoord; soort: string; label: string; opKlaar: () => void }

/** Eén gebeurtenis vastleggen, in de pagina zelf: een dag, wat deze stap vraagt, en daarna de weg terug. */
export function Stapformulier({ zaak, soort, label, opKlaar }: Props) {
  const { vandaag } = gebruikEigenSessie()
  const client = useQueryClient()
  // Alleen de eerste letter: een afkorting als Wlz houdt haar hoofdletter.
  const midden = label.charAt(0).toLowerCase() + label.slice(1)
  const velden = stapvelden[soort as Zaakgebeurtenissoort] ?? []
  const f = gebruikFormulier<Waarden>({
    id: `stap-${zaak.id}-${soort}`,
    begin: { datum: vandaag, gegevens: Object.fromEntries(velden.map((v) => [v.naam, v.soort === 'vinkje' ? false : ''])) },
    verstuur: async (w) => {
      const gegevens = Object.fromEntries(Object.entries(w.gegevens).map(([k, v]) => [k, v === '' ? null : v]))
      const { waarde } = await legVast<Zaakantwoord>(
        `/zaken/${zaak.id}/gebeurtenissen`,
        { soort, datum: w.datum, gegevens },
        `"v${zaak.versie}"`,
      )
      opKlaar()
      await verversWerk(client)
      const { ongedaan } = waarde
      if (!ongedaan) return toonToast({ tekst: `Vastgelegd: ${midden}.` })
      meldOngedaan(`Vastgelegd: ${midden}.`, () => maakOngedaan(waarde, ongedaan, vandaag).then(() => verversWerk(client)))
    },
  })
  return (
    <section className="md-paneel" aria-labelledby={`${f.id}-kop`}>
      <Kop niveau={3} id={`${f.id}-kop`}>
        Leg vast: {midden}
      </Kop>
      {f.probleem?.status === 412 ? (
        <Verouderd wat="deze zaak" probleem={f.probleem} opnieuw={() => void verversWerk(client).then(opKlaar)} />
      ) : (
        <Foutoverzicht formulier={f} />
      )}
      <form className="md-formulier" noValidate onSubmit={(e) => void f.verstuur(e)}>
        {velden.map((v) => (
          <Stapinvoer key={v.naam} f={f} veld={v} />
        ))}
        <Datumveld label="Op welke dag gebeurde dit" {...f.veld('/datum')} />
        <p className="md-knoppen">
          <Knop soort="primair" type="submit">
            {stapknop[soort] ?? label}
          </Knop>
          <Knop soort="stil" opKlik={opKlaar}>
            Toch niet
          </Knop>
        </p>
      </form>
    </section>
  )
}

function Stapinvoer({ f, veld }: { f: Formulier<Waarden>; veld: Stapveld }) {
  const plaats = `/gegevens/${veld.naam}`
  const gewoon = {
    ...f.veld(plaats),
    label: veld.label,
    ...(veld.optioneel && { optioneel: true }),
    ...(veld.uitleg && { uitleg: veld.uitleg }),
  }
  switch (veld.soort) {
    case 'vinkje':
      return (
        <Vinkje
          tekst={veld.label}
          {...(veld.uitleg && { uitleg: veld.uitleg })}
          aangevinkt={f.waarden.gegevens[veld.naam] === true}
          opWijzig={(aan) => f.zet(plaats, aan)}
        />
      )
    case 'keuze':
      return <Keuzelijst {...gewoon} leeg="Kies" opties={Object.entries(veld.opties ?? {}).map(([waarde, tekst]) => ({ waarde, tekst }))} />
    case 'datum':
      return <Datumveld {...gewoon} />
    case 'alinea':
      return <Tekstvlak {...gewoon} {...(veld.hoogstens !== undefined && { hoogstens: veld.hoogstens })} />
    case 'regel':
      return <Tekstveld {...gewoon} {...(veld.hoogstens !== undefined && { hoogstens: veld.hoogstens })} />
  }
}
