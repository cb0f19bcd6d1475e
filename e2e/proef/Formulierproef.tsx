import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import { alsProbleem } from '#web/api/probleem.ts'
import { gebruikAanmaken } from '#web/api/gebruik-aanmaken.ts'
import { roepApi } from '#web/api/roep-api.ts'
import { sleutels } from '#web/api/sleutels.ts'
import { gebruikFormulier } from '#web/formulier/gebruik-formulier.ts'
import { BsnVeld } from '#web/onderdelen/BsnVeld.tsx'
import { Conceptmelding } from '#web/onderdelen/Conceptmelding.tsx'
import { Formulierconflict } from '#web/onderdelen/Formulierconflict.tsx'
import { Datumveld } from '#web/onderdelen/Datumveld.tsx'
import { Foutoverzicht } from '#web/onderdelen/Foutoverzicht.tsx'
import { Keuzelijst } from '#web/onderdelen/Keuzelijst.tsx'
import { Keuzerondjes } from '#web/onderdelen/Keuzerondjes.tsx'
import { Knop } from '#web/onderdelen/Knop.tsx'
import { Pagina } from '#web/onderdelen/Pagina.tsx'
import { Tekstveld } from '#web/onderdelen/Tekstveld.tsx'
import { Tekstvlak } from '#web/onderdelen/Tekstvlak.tsx'
import { meldOngedaan, toonToast } from '#web/onderdelen/toast.ts'

type Zaak = { naam: string; periode: { van: string; tot: string }; team: string; soort: string; toelichting: string; bsn: string }

export function Formulierproef() {
  const zaak = useQuery({ queryKey: sleutels.zaak('1'), queryFn: () => roepApi<Zaak>('GET', '/zaken/1') })
  if (!zaak.data) return <p>Laden</p>
  return <Zaakformulier zaak={zaak.data.waarde} etag={zaak.data.etag} />
}

function Zaakformulier({ zaak, etag }: { zaak: Zaak; etag: string | null }) {
  const client = useQueryClient()
  const bewaar = async (waarden: Zaak, teken: string | null) => {
    const antwoord = await roepApi<Zaak>('PATCH', '/zaken/1', { lichaam: waarden, etag: teken })
    client.setQueryData(sleutels.zaak('1'), antwoord)
    meldOngedaan('Opgeslagen.', async () => {
      const terug = await roepApi<Zaak>('PATCH', '/zaken/1', { lichaam: zaak, etag: antwoord.etag })
      client.setQueryData(sleutels.zaak('1'), terug)
    })
  }
  const f = gebruikFormulier<Zaak>({
    id: 'zaak-1',
    begin: zaak,
    controleer: (w) => (w.naam.trim() === '' ? [{ plaats: '/naam', code: 'LEEG', tekst: 'Vul in hoe deze zaak heet.' }] : []),
    etag,
    verstuur: (w, basis) => bewaar(w, basis.etag ?? null),
  })
  const maak = gebruikAanmaken<{ naam: string }, { id: string }>('/zaken', { formulier: 'proef', verversen: ['zaken'] })
  const opnieuw = async () => {
    const { waarde } = await maak.mutateAsync({ naam: f.waarden.naam })
    toonToast({ tekst: `Aangemaakt: ${waarde.id}` })
  }
  return (
    <Pagina titel="Zaak wijzigen" inleiding="Vul alle velden in. Als een veld niet verplicht is, staat dit erbij.">
      <Conceptmelding formulier={f} />
      <Formulierconflict
        formulier={f}
        velden={[
          { plaats: '/naam', label: 'Naam' },
          { plaats: '/periode/tot', label: 'Einddatum' },
          { plaats: '/toelichting', label: 'Toelichting' },
        ]}
      />
      <Foutoverzicht formulier={f} />
      <form className="md-formulier" noValidate onSubmit={(e) => void f.verstuur(e)}>
        <Tekstveld label="Naam" {...f.veld('/naam')} />
        <Datumveld label="Begindatum" {...f.veld('/periode/van')} />
        <Datumveld label="Einddatum" optioneel {...f.veld('/periode/tot')} />
        <Keuzelijst
          label="Team"
          leeg="Kies een team"
          opties={[
            { waarde: 'noord', tekst: 'Noord' },
            { waarde: 'zuid', tekst: 'Zuid' },
          ]}
          {...f.veld('/team')}
        />
        <Keuzerondjes
          label="Soort"
          opties={[
            { waarde: 'nieuw', tekst: 'Nieuwe melding' },
            { waarde: 'her', tekst: 'Heronderzoek', uitleg: 'Er loopt al een voorziening.' },
          ]}
          {...f.veld('/soort')}
        />
        <Tekstvlak label="Toelichting" optioneel hoogstens={200} {...f.veld('/toelichting')} />
        <BsnVeld optioneel {...f.veld('/bsn')} />
        <p className="md-knoppen">
          <Knop soort="primair" type="submit">
            Zaak bewaren
          </Knop>
          <Knop opKlik={() => void opnieuw().catch((fout: unknown) => toonToast({ tekst: alsProbleem(fout).titel }))}>
            Nieuwe zaak maken
          </Knop>
          <Link to="/elders">Naar een ander scherm</Link>
        </p>
      </form>
    </Pagina>
  )
}
