import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Zaakantwoord } from '#http/api/dossier/vormen.ts'
import { roepApi } from '../api/roep-api.ts'
import { Bewaarknoppen } from '../formulier/Bewaarknoppen.tsx'
import type { Basis } from '../formulier/gebruik-basis.ts'
import { gebruikFormulier } from '../formulier/gebruik-formulier.ts'
import { gebruikVakfocus } from '../onderdelen/gebruik-vakfocus.ts'
import { Conceptmelding } from '../onderdelen/Conceptmelding.tsx'
import { Formulierconflict } from '../onderdelen/Formulierconflict.tsx'
import { Foutoverzicht } from '../onderdelen/Foutoverzicht.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Kop } from '../onderdelen/Kop.tsx'
import { Tekstvlak } from '../onderdelen/Tekstvlak.tsx'
import { meldOngedaan, toonToast } from '../onderdelen/toast.ts'
import { verversWerk } from '../werk/overdracht.ts'

/** Wat de inwoner vraagt: eerst lezen, wijzigen is een aparte handeling. */
export function Hulpvraag({ zaak }: { zaak: Zaakantwoord }) {
  const [wijzigt, zetWijzigt] = useState(false)
  const vak = gebruikVakfocus<HTMLElement>(wijzigt ? 'wijzigen' : '')
  return (
    <section ref={vak} aria-labelledby="hulpvraag" className="md-dossierdeel">
      <Kop niveau={2} als={3} id="hulpvraag">
        Hulpvraag
      </Kop>
      {wijzigt ? (
        <Wijzig zaak={zaak} opKlaar={() => zetWijzigt(false)} />
      ) : (
        <>
          <p className="md-hulpvraag">{zaak.hulpvraag ?? <span className="md-onbekend">Nog niet bekend</span>}</p>
          {zaak.mag.schrijven && !zaak.afgeslotenOp && (
            <p className="md-knoppen">
              <Knop soort="stil" opKlik={() => zetWijzigt(true)}>
                Hulpvraag wijzigen
              </Knop>
            </p>
          )}
        </>
      )}
    </section>
  )
}

type Waarden = { hulpvraag: string }
const naarWaarden = (zaak: Zaakantwoord): Waarden => ({ hulpvraag: zaak.hulpvraag ?? '' })

function Wijzig({ zaak, opKlaar }: { zaak: Zaakantwoord; opKlaar: () => void }) {
  const client = useQueryClient()
  const bewaar = async (waarden: Waarden, { waarden: was, etag }: Basis<Waarden>) => {
    const antwoord = await roepApi<Zaakantwoord>('PATCH', `/zaken/${zaak.id}`, { lichaam: waarden, etag: etag ?? null })
    opKlaar()
    await verversWerk(client)
    if (was.hulpvraag === '') return toonToast({ tekst: 'Opgeslagen.' })
    meldOngedaan('Opgeslagen.', () =>
      roepApi('PATCH', `/zaken/${zaak.id}`, { lichaam: was, etag: antwoord.etag }).then(() => verversWerk(client)),
    )
  }
  const f = gebruikFormulier({
    id: `hulpvraag-${zaak.id}`,
    begin: naarWaarden(zaak),
    etag: `"v${zaak.versie}"`,
    vorm: (huidig) => naarWaarden(huidig as Zaakantwoord),
    verstuur: bewaar,
  })
  return (
    <>
      <Conceptmelding formulier={f} />
      <Formulierconflict formulier={f} velden={[{ plaats: '/hulpvraag', label: 'Hulpvraag' }]} />
      <Foutoverzicht formulier={f} />
      <form className="md-formulier" noValidate onSubmit={(e) => void f.verstuur(e)}>
        <Tekstvlak
          label="Hulpvraag"
          uitleg="In de eigen woorden van de inwoner, als het kan."
          regels={5}
          hoogstens={4000}
          {...f.veld('/hulpvraag')}
        />
        <Bewaarknoppen formulier={f} bewaar="Hulpvraag bewaren" klaar={opKlaar} />
      </form>
    </>
  )
}
