import { useNavigate } from 'react-router'
import { buitenomredenen, opdrachtwijzen } from '#core/dossier/gebeurteniswoorden.ts'
import { gebruikAanmaken } from '../api/gebruik-aanmaken.ts'
import { gebruikFormulier } from '../formulier/gebruik-formulier.ts'
import { Conceptmelding } from '../onderdelen/Conceptmelding.tsx'
import { Datumveld } from '../onderdelen/Datumveld.tsx'
import { Foutoverzicht } from '../onderdelen/Foutoverzicht.tsx'
import { Keuzelijst } from '../onderdelen/Keuzelijst.tsx'
import { Keuzerondjes } from '../onderdelen/Keuzerondjes.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Tekstveld } from '../onderdelen/Tekstveld.tsx'
import { Tekstvlak } from '../onderdelen/Tekstvlak.tsx'
import { toonToast } from '../onderdelen/toast.ts'

type Props = { indicatie: string; vandaag: string; reden: string; aanbieders: readonly { naam: string }[] }
const hoofdletter = (tekst: string) => tekst.charAt(0).toUpperCase() + tekst.slice(1)
const opties = (tabel: Readonly<Record<string, string>>) =>
  Object.entries(tabel).map(([waarde, tekst]) => ({ waarde, tekst: hoofdletter(tekst) }))

/** Wie kreeg de opdracht, wanneer en hoe: voor wie niet door het berichtenverkeer mag of kan (OP003). */
export function Opdrachtformulier({ indicatie, vandaag, reden, aanbieders }: Props) {
  const navigeer = useNavigate()
  const leg = gebruikAanmaken<object, { zin: string }>(`/indicaties/${indicatie}/opdrachten`, {
    formulier: `opdracht-${indicatie}`,
    verversen: ['indicatie', 'inwoner'],
  })
  const f = gebruikFormulier({
    id: `opdracht-${indicatie}`,
    begin: { aanbieder: '', datum: vandaag, wijze: '', reden, toelichting: '' },
    verstuur: async ({ toelichting, ...w }) => {
      await leg.mutateAsync({ ...w, ...(toelichting.trim() && { toelichting }) })
      toonToast({ tekst: 'De opdracht is vastgelegd.' })
      void navigeer(`/indicaties/${indicatie}`)
    },
  })
  return (
    <section className="md-deel" aria-labelledby="toe-opdracht">
      <h2 id="toe-opdracht">Opdracht buiten het berichtenverkeer</h2>
      <p className="ind-tekst">
        Spreek de opdracht af met de aanbieder en stuur het besluit beveiligd. Leg daarna hier vast wat er is afgesproken. Er gaat dan geen
        bericht uit.
      </p>
      <form className="md-formulier" noValidate onSubmit={(e) => void f.verstuur(e)}>
        <Foutoverzicht formulier={f} />
        <Conceptmelding formulier={f} />
        <Tekstveld
          label="Aanbieder"
          hoogstens={120}
          uitleg={aanbieders.length > 0 ? `Met een contract: ${aanbieders.map((a) => a.naam).join(', ')}.` : undefined}
          {...f.veld('/aanbieder')}
        />
        <Datumveld label="Dag van de opdracht" {...f.veld('/datum')} />
        <Keuzerondjes label="Hoe is de opdracht gegeven?" opties={opties(opdrachtwijzen)} {...f.veld('/wijze')} />
        <Keuzelijst
          label="Waarom buiten het berichtenverkeer"
          leeg="Kies"
          uitleg={
            f.waarden.reden === 'gevaar'
              ? 'Zolang deze opdracht geldt, gaat er over deze inwoner geen enkele toewijzing door het berichtenverkeer.'
              : undefined
          }
          opties={opties(buitenomredenen)}
          {...f.veld('/reden')}
        />
        <Tekstvlak label="Toelichting" optioneel hoogstens={2000} {...f.veld('/toelichting')} />
        <p className="md-knoppen">
          <Knop soort="primair" type="submit">
            {f.bezig ? 'Wordt vastgelegd…' : 'Opdracht vastleggen'}
          </Knop>
        </p>
      </form>
    </section>
  )
}
