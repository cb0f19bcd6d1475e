import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Zaakantwoord } from '#http/api/dossier/vormen.ts'
import { gebruikEigenSessie } from '../api/gebruik-sessie.ts'
import { nieuweSleutel } from '../api/nieuwe-sleutel.ts'
import { alsProbleem, type Probleem } from '../api/probleem.ts'
import { roepApi } from '../api/roep-api.ts'
import { onderzoekenVan } from '../inwoner/Onderzoekdeel.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { KnopLink } from '../onderdelen/KnopLink.tsx'
import { Kop } from '../onderdelen/Kop.tsx'
import { Melding } from '../onderdelen/Melding.tsx'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'
import { draagOver, verversWerk } from '../werk/overdracht.ts'
import { stapknop } from './stapvelden.ts'
import { wachtenBij } from './wachten.ts'

type Props = { zaak: Zaakantwoord; opStap: (soort: string, label: string) => void }

/** Wat er nu aan de beurt is, met de ene knop die daarbij hoort; en als het nog niet kan, waarom niet. */
export function VolgendeStap({ zaak, opStap }: Props) {
  if (!zaak.nu) {
    return (
      <section className="md-volgende" aria-label="Volgende stap">
        <p>Deze zaak is afgesloten. Is er een nieuwe vraag, leg dan een nieuwe melding vast of heropen de zaak met een reden.</p>
      </section>
    )
  }
  return (
    <section className="md-volgende" aria-labelledby="volgende-stap">
      <Kop niveau={2} als={3} id="volgende-stap">
        {zaak.nu.stap}
      </Kop>
      {zaak.mag.schrijven ? (
        <Doen zaak={zaak} opStap={opStap} />
      ) : (
        <p className="md-bijtekst">U leest mee. Het team dat de inwoner helpt doet deze stap.</p>
      )}
    </section>
  )
}

function Doen({ zaak, opStap }: Props) {
  const stap = zaak.stappen.find((s) => s.soort === zaak.nu?.gebeurtenis)
  if (zaak.behandelaar === null && zaak.mag.overdragen) return <PakZaakOp zaak={zaak} />
  if (stap?.weigering)
    return (
      <Melding soort="info" woord="Nog niet" titel={stap.weigering.tekst}>
        <p>{stap.weigering.watNu}</p>
      </Melding>
    )
  if (stap?.soort === 'onderzoek_gestart')
    return (
      <div className="md-knoppen">
        <StartOnderzoek zaak={zaak} />
      </div>
    )
  if (!stap) return <Wachten zaak={zaak} opStap={opStap} />
  return (
    <div className="md-knoppen">
      {zaak.stand === 'onderzoek' && <OpenOnderzoek zaak={zaak} />}
      <Knop soort={zaak.stand === 'onderzoek' ? 'gewoon' : 'primair'} opKlik={() => opStap(stap.soort, stap.label)}>
        {stapknop[stap.soort] ?? stap.label}
      </Knop>
    </div>
  )
}

/** Een ander is aan zet, of er is nog een besluit te nemen: wat dan kan, en wanneer het verder gaat. */
function Wachten({ zaak, opStap }: Props) {
  const wachten = wachtenBij(zaak)
  if (!wachten) return null
  const kan = wachten.stappen.flatMap((soort) => zaak.stappen.filter((s) => s.soort === soort && !s.weigering))
  return (
    <>
      <p>{wachten.zin}</p>
      <div className="md-knoppen">
        {['onderzoek', 'aanvraag'].includes(zaak.stand) && <OpenOnderzoek zaak={zaak} />}
        {kan.map((s) => (
          <Knop key={s.soort} opKlik={() => opStap(s.soort, s.label)}>
            {stapknop[s.soort] ?? s.label}
          </Knop>
        ))}
      </div>
    </>
  )
}

function PakZaakOp({ zaak }: { zaak: Zaakantwoord }) {
  const { medewerker, vandaag } = gebruikEigenSessie()
  const client = useQueryClient()
  const [probleem, zetProbleem] = useState<Probleem | null>(null)
  const neem = () =>
    draagOver(client, zaak, { behandelaar: medewerker.id, team: null }, null, `U behandelt nu ${zaak.nummer}.`, vandaag).catch(
      (fout: unknown) => zetProbleem(alsProbleem(fout)),
    )
  return (
    <>
      <p>Deze zaak heeft nog niemand.</p>
      {probleem && <Probleemmelding probleem={probleem} opnieuw={() => void verversWerk(client).then(() => zetProbleem(null))} />}
      <p className="md-knoppen">
        <Knop soort="primair" opKlik={() => void neem()}>
          Zaak oppakken
        </Knop>
      </p>
    </>
  )
}

/** Het onderzoek openen legt ook vast dat het begonnen is. */
function StartOnderzoek({ zaak }: { zaak: Zaakantwoord }) {
  const navigeer = useNavigate()
  const client = useQueryClient()
  const [probleem, zetProbleem] = useState<Probleem | null>(null)
  const [bezig, zetBezig] = useState(false)
  const begin = async () => {
    if (bezig) return
    zetBezig(true)
    try {
      const { waarde } = await roepApi<{ id: string }>('POST', `/zaken/${zaak.id}/onderzoeken`, { idempotentie: nieuweSleutel() })
      await verversWerk(client)
      void navigeer(`/inwoners/${zaak.inwoner.id}/onderzoek/${waarde.id}`)
    } catch (fout) {
      zetProbleem(alsProbleem(fout))
    } finally {
      zetBezig(false)
    }
  }
  return (
    <>
      {probleem && <Probleemmelding probleem={probleem} />}
      <Knop soort="primair" opKlik={() => void begin()}>
        Onderzoek starten
      </Knop>
    </>
  )
}

function OpenOnderzoek({ zaak }: { zaak: Zaakantwoord }) {
  const onderzoeken = useQuery(onderzoekenVan(zaak.id)).data?.waarde.items
  if (!onderzoeken) return null
  const laatste = onderzoeken.at(-1)
  if (!laatste) return zaak.stand === 'onderzoek' ? <StartOnderzoek zaak={zaak} /> : null
  return (
    <KnopLink naar={`/inwoners/${zaak.inwoner.id}/onderzoek/${laatste.id}`} soort="primair">
      {zaak.stand === 'onderzoek' ? 'Verder met het onderzoek' : 'Naar het onderzoek'}
    </KnopLink>
  )
}
