import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { parseDatum } from '#core/base/datum.ts'
import type { Toewijzingskeuzes, Toewijzingsvoorstel } from '#http/api/toewijzingroutes.ts'
import { gebruikAanmaken } from '../api/gebruik-aanmaken.ts'
import { alsProbleem, type Probleem } from '../api/probleem.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { schrijfDatum } from '../kader/schrijf-datum.ts'
import { Datumveld } from '../onderdelen/Datumveld.tsx'
import { Keuzelijst } from '../onderdelen/Keuzelijst.tsx'
import { Keuzerondje } from '../onderdelen/Keuzerondje.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Laden } from '../onderdelen/Laden.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'
import { toonToast } from '../onderdelen/toast.ts'
import { Elders } from './Elders.tsx'
import { Voorstel } from './Voorstel.tsx'

type Props = { indicatie: string; keuzes: Toewijzingskeuzes }
type Keuze = { aanbieder: string; productcode: string; van: string; tot: string; referentieAanbieder: string }

/** De keuze van de aanbieder en de dagen; het voorstel staat er meteen onder en verandert mee. */
export function Toewijsformulier({ indicatie, keuzes }: Props) {
  // Wie van een verzoek komt, heeft de aanbieder en dat verzoek al gekozen; wie van de indicatie komt, de dagen die nog over zijn.
  const [vooraf] = useSearchParams()
  const [keuze, zet] = useState<Keuze>({
    aanbieder: vooraf.get('aanbieder') ?? '',
    productcode: '',
    van: parseDatum(vooraf.get('van')) ?? keuzes.van ?? '',
    tot: parseDatum(vooraf.get('tot')) ?? keuzes.tot ?? '',
    referentieAanbieder: vooraf.get('verzoek') ?? '',
  })
  const wijzig = (deel: Partial<Keuze>) => zet((k) => ({ ...k, ...deel }))
  const op = parseDatum(keuze.van)
  const opDag = useQuery({
    queryKey: [...sleutels.toewijzingskeuzes(indicatie), op],
    queryFn: async ({ signal }) =>
      (await roepApi<Toewijzingskeuzes>('GET', `/indicaties/${indicatie}/toewijzingskeuzes?op=${op}`, { signaal: signal })).waarde,
    enabled: op !== null && op !== keuzes.van,
    placeholderData: (eerder) => eerder,
  })
  const nu = op === keuzes.van ? keuzes : (opDag.data ?? keuzes)
  const gekozen = nu.aanbieders.find((a) => a.agb === keuze.aanbieder)
  const code = gekozen && gekozenCode(gekozen, keuze.productcode)
  return (
    <>
      <section className="md-deel" aria-labelledby="toe-keuze">
        <h2 id="toe-keuze">Kies een aanbieder</h2>
        {nu.geenAanbieder ? (
          <Leeg titel={nu.geenAanbieder.tekst}>
            <p>{nu.geenAanbieder.watNu}</p>
          </Leeg>
        ) : (
          <Keuzerondje
            legende="Aanbieders met een contract voor dit product"
            legendeVerborgen
            opties={nu.aanbieders.map((a) => ({ waarde: a.agb, tekst: a.naam, uitleg: `AGB ${a.agb}, ${codezin(a)}` }))}
            waarde={gekozen?.agb ?? null}
            opWijzig={(aanbieder) => wijzig({ aanbieder, productcode: '', referentieAanbieder: '' })}
          />
        )}
        {gekozen && gekozen.codes.length > 1 && (
          <Keuzerondje
            legende={`Onder welke productcode levert ${gekozen.naam} dit?`}
            opties={gekozen.codes.map((c) => ({
              waarde: c.code,
              tekst: codetekst(c),
              uitleg: c.loopt ? 'Hieronder loopt dit nu.' : undefined,
            }))}
            waarde={code ?? null}
            opWijzig={(productcode) => wijzig({ productcode })}
          />
        )}
        <div className="toe-dagen">
          <Datumveld label="Eerste dag" waarde={keuze.van} opWijzig={(van) => wijzig({ van })} />
          <Datumveld
            label="Laatste dag"
            uitleg={keuzes.tot === null ? 'De indicatie loopt door; een toewijzing per week heeft een einde.' : undefined}
            waarde={keuze.tot}
            opWijzig={(tot) => wijzig({ tot })}
          />
        </div>
      </section>
      {gekozen && code && op && parseDatum(keuze.tot) && (
        <Bevestigen
          indicatie={indicatie}
          keuze={{ ...keuze, aanbieder: gekozen.agb, productcode: code }}
          kiesVerzoek={(r) => wijzig({ referentieAanbieder: r })}
          neem={({ van, tot }) => wijzig({ van, tot: tot ?? keuze.tot })}
        />
      )}
    </>
  )
}

type Aanbieder = Toewijzingskeuzes['aanbieders'][number]

/** Eén code: die. Meer: wat gekozen is, of anders waar het al onder loopt; nooit zomaar de eerste. */
function gekozenCode({ codes }: Aanbieder, gekozen: string): string | undefined {
  const [enige, ...meer] = codes
  if (meer.length === 0) return enige?.code
  const lopend = codes.filter((c) => c.loopt)
  return codes.find((c) => c.code === gekozen)?.code ?? (lopend.length === 1 ? lopend[0]?.code : undefined)
}
const codetekst = ({ code, namen }: Aanbieder['codes'][number]): string => (namen.length === 0 ? code : `${code}: ${namen.join(', ')}`)
const codezin = ({ codes }: Aanbieder): string =>
  `${codes.length === 1 ? 'productcode' : 'productcodes'} ${codes.map((c) => c.code).join(', ')}`

type Bevestiging = {
  indicatie: string
  keuze: Keuze
  kiesVerzoek: (referentie: string) => void
  /** Andere dagen, als deze al bij een ander liggen. */
  neem: (dagen: { van: string; tot: string | null }) => void
}

function Bevestigen({ indicatie, keuze, kiesVerzoek, neem }: Bevestiging) {
  const navigeer = useNavigate()
  const [probleem, zetProbleem] = useState<Probleem | null>(null)
  const { referentieAanbieder, ...rest } = keuze
  const opgave = { ...rest, ...(referentieAanbieder && { referentieAanbieder }) }
  const vraag = useQuery({
    queryKey: [...sleutels.toewijzingsvoorstel(indicatie), opgave],
    queryFn: async ({ signal }) =>
      (await roepApi<Toewijzingsvoorstel>('POST', `/indicaties/${indicatie}/toewijzingsvoorstellen`, { lichaam: opgave, signaal: signal }))
        .waarde,
    retry: false,
  })
  const maak = gebruikAanmaken<typeof opgave, { nummer: number }>(`/indicaties/${indicatie}/toewijzingen`, {
    formulier: `toewijzen-${indicatie}-${JSON.stringify(opgave)}`,
    verversen: ['indicatie', 'inwoner', 'berichten', 'verzoeken', 'werkvoorraad'],
  })
  const toon = (p: Probleem) => (p.code === 'ELDERS_TOEGEWEZEN' ? <Elders probleem={p} neem={neem} /> : <Probleemmelding probleem={p} />)
  if (vraag.error) return toon(alsProbleem(vraag.error))
  if (!vraag.data) return <Laden wat="Er wordt nagekeken wat er verstuurd wordt" />
  const voorstel = vraag.data
  const verstuur = async () => {
    try {
      const { waarde } = await maak.mutateAsync(opgave)
      toonToast({ tekst: `Toegewezen aan ${voorstel.aanbieder.naam}, nummer ${waarde.nummer}. Het bericht wordt verstuurd.` })
      void navigeer(`/indicaties/${indicatie}`)
    } catch (fout) {
      zetProbleem(alsProbleem(fout))
    }
  }
  return (
    <>
      {voorstel.verzoeken.length > 0 && (
        <Keuzelijst
          label="Is dit een antwoord op een verzoek van de aanbieder?"
          leeg="Nee"
          opties={voorstel.verzoeken.map((v) => ({ waarde: v.referentie, tekst: verzoekzin(v) }))}
          waarde={referentieAanbieder}
          opWijzig={kiesVerzoek}
        />
      )}
      <Voorstel voorstel={voorstel} />
      {probleem && toon(probleem)}
      <p className="md-knoppen">
        <Knop soort="primair" opKlik={() => void (maak.isPending || verstuur())}>
          {maak.isPending ? 'Wordt verstuurd…' : 'Toewijzen en versturen'}
        </Knop>
      </p>
    </>
  )
}

const verzoekzin = ({ referentie, soort, ingangsdatums: [eerste] }: Toewijzingsvoorstel['verzoeken'][number]): string =>
  `${soort === 'VOT' ? 'Verzoek om toewijzing' : 'Verzoek om wijziging'} ${referentie}${eerste ? `, vanaf ${schrijfDatum(eerste)}` : ''}`
