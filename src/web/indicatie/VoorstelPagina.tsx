import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { maakAdviseur } from '#core/advies/adviseur.ts'
import { leesGeval } from '#core/advies/lees-geval.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { kiesNormenkader } from '#core/indicatie/normtoets.ts'
import { alsProbleem, type Probleem } from '../api/probleem.ts'
import { nieuweSleutel } from '../api/nieuwe-sleutel.ts'
import { roepApi } from '../api/roep-api.ts'
import { gebruikEigenSessie } from '../api/gebruik-sessie.ts'
import { eigenaar } from '../api/sessiestand.ts'
import { sleutels } from '../api/sleutels.ts'
import { vervallen } from '../api/vraagclient.ts'
import { gebruikBewaard } from '../bewaren/gebruik-bewaard.ts'
import { EisChips } from '../onderdelen/EisChip.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { KnopLink } from '../onderdelen/KnopLink.tsx'
import { Melding } from '../onderdelen/Melding.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'
import { meldOngedaan, toonToast } from '../onderdelen/toast.ts'
import { Watermerk } from '../onderdelen/Watermerk.tsx'
import { wieWijzigde } from '../onderdelen/wie-wijzigde.ts'
import { keuzeVan } from '../omvang/bereken.ts'
import { Dagdelen } from '../omvang/Dagdelen.tsx'
import { Onderbouwing } from '../omvang/Onderbouwing.tsx'
import { Periodevelden } from '../omvang/Periodevelden.tsx'
import { Regels } from '../omvang/Regels.tsx'
import { inDagdelen, kiesProduct, type Omvangstand } from '../omvang/stand.ts'
import { Totaal } from '../omvang/Totaal.tsx'
import { type Onderzoek, onderzoekadres } from '../onderzoek/beeld.ts'
import { heeftOnbewaard } from '../onderzoek/gebruik-bewaren.ts'
import { OnderzoekKader, OverWie } from '../onderzoek/OnderzoekKader.tsx'
import { trekMeteenIn } from './handelingen.ts'
import { Motiveringen } from './Motiveringen.tsx'
import { Productkeuze } from './Productkeuze.tsx'
import { Naast } from './Naast.tsx'
import { type Adviezen, alsVerzoek, beginVoorstel, beoordeel, leesVoorstel, type Voorstelstand } from './voorstel.ts'
import '../bewaren/bewaren.css'
import '../omvang/omvang.css'
import '../stapeling/stapeling.css'
import './indicatie.css'

/** Kiezen, motiveren, omvang en periode, met de stapeling ernaast; alles rekent mee terwijl u invult. */
export function VoorstelPagina() {
  const { onderzoek = '' } = useParams()
  return (
    <OnderzoekKader id={onderzoek} titel="Indicatie vaststellen">
      {(o, catalogus) => <MetAdvies onderzoek={o} catalogus={catalogus} />}
    </OnderzoekKader>
  )
}

function MetAdvies({ onderzoek, catalogus }: { onderzoek: Onderzoek; catalogus: Catalogus }) {
  const adviezen = useMemo(() => adviesOp(catalogus, onderzoek), [catalogus, onderzoek])
  return adviezen ? (
    <Scherm key={onderzoek.id} onderzoek={onderzoek} catalogus={catalogus} adviezen={adviezen} />
  ) : (
    <Pagina titel="Indicatie vaststellen" boven={<OverWie {...onderzoek} />}>
      <Melding soort="fout" titel="De antwoorden zijn niet samen te lezen.">
        Open het onderzoek en kijk welke antwoorden elkaar tegenspreken.
      </Melding>
    </Pagina>
  )
}

/** Het advies op wat de server heeft: daarop wordt beslist. */
function adviesOp(catalogus: Catalogus, { antwoorden, keuze }: Onderzoek): Adviezen | null {
  const bekend = antwoorden.filter((a) => a.waarde !== null)
  const geval = leesGeval(
    catalogus,
    {
      antwoorden: Object.fromEntries(bekend.filter((a) => a.soort === 'antwoord').map((a) => [a.vraag, a.waarde])),
      overschrijvingen: Object.fromEntries(
        bekend.filter((a) => a.soort === 'overschrijving').map((a) => [a.vraag, { waarde: a.waarde, motivering: a.toelichting ?? '' }]),
      ),
    },
    keuze,
  )
  if (!geval.ok) return null
  const adviseur = maakAdviseur(catalogus, keuze)
  return Object.fromEntries(adviseur.tabellen.map((t) => [t, adviseur.adviseer(t, geval.value)]))
}

type Schermgegevens = { readonly onderzoek: Onderzoek; readonly catalogus: Catalogus; readonly adviezen: Adviezen }

function Scherm({ onderzoek, catalogus, adviezen }: Schermgegevens) {
  const { vandaag } = gebruikEigenSessie()
  const [zoek] = useSearchParams()
  const begin = useMemo(
    () => beginVoorstel(catalogus, onderzoek, adviezen, vandaag, zoek.get('tabel')),
    [catalogus, onderzoek, adviezen, vandaag, zoek],
  )
  const bewaarplek = `meedoen.voorstel.${eigenaar()}.${onderzoek.id}.${begin.tabel}`
  const { stand, zet } = gebruikBewaard<Voorstelstand>(bewaarplek, begin, (ruw) => leesVoorstel(catalogus, ruw))
  const oordeel = useMemo(() => beoordeel(catalogus, onderzoek, adviezen, stand), [catalogus, onderzoek, adviezen, stand])
  const kader = useMemo(() => kiesNormenkader(catalogus, keuzeVan(stand.omvang))?.kader ?? null, [catalogus, stand.omvang])
  const zetOmvang = (stap: (o: Omvangstand) => Omvangstand, samen?: string) => zet((s) => ({ ...s, omvang: stap(s.omvang) }), samen)
  const wijzig = (deel: Partial<Omvangstand>, samen?: string) => zetOmvang((o) => ({ ...o, ...deel }), samen)
  const product = catalogus.producten[stand.omvang.product]
  const dagdelen = inDagdelen(product)
  const { berekening } = oordeel
  const synthetisch = !dagdelen && (kader?.synthetisch ?? false)
  const motiveer = (sleutel: string, tekst: string) =>
    zet((s) => ({ ...s, motiveringen: { ...s.motiveringen, [sleutel]: tekst } }), `motivering ${sleutel}`)
  return (
    <Pagina titel="Indicatie vaststellen" boven={<OverWie {...onderzoek} />} breed>
      <Onbewaard onderzoek={onderzoek} />
      <div className="omvang">
        <div className="omvang-hoofd">
          <Productkeuze
            catalogus={catalogus}
            adviezen={adviezen}
            stand={stand}
            wijktAf={oordeel.wijktAf}
            onderzoek={onderzoekadres(onderzoek.inwoner.id, onderzoek.id)}
            kiesTabel={(tabel) =>
              zet((s) => ({ ...s, tabel, omvang: { ...kiesProduct(s.omvang, catalogus, ''), product: adviezen[tabel]?.product ?? '' } }))
            }
            kiesProduct={(code) => zetOmvang((o) => kiesProduct(o, catalogus, code))}
            schrijfAfwijking={(afwijking) => zet((s) => ({ ...s, afwijking }), 'afwijking')}
            kiesLeveringsvorm={(leveringsvorm) => zet((s) => ({ ...s, leveringsvorm }))}
          />
          {product && berekening && (
            <>
              <Periodevelden stand={stand.omvang} berekening={berekening} wijzig={wijzig} vanVerplicht />
              {dagdelen ? (
                <Dagdelen product={product} stand={stand.omvang} berekening={berekening} wijzig={wijzig} />
              ) : (
                <>
                  <Regels
                    catalogus={catalogus}
                    kader={kader}
                    product={product}
                    stand={stand.omvang}
                    berekening={berekening}
                    zet={zetOmvang}
                    kaderVast
                  />
                  {product.omvang?.eisOnderbouwing && (
                    <Onderbouwing stand={stand.omvang} eis={product.omvang.eisOnderbouwing} wijzig={wijzig} />
                  )}
                </>
              )}
              {oordeel.voorliggend && (
                <Melding soort="fout" titel={oordeel.voorliggend.tekst}>
                  <p>
                    {oordeel.voorliggend.watNu} <EisChips eisen={[oordeel.voorliggend.eis]} />
                  </p>
                </Melding>
              )}
              <Motiveringen nodig={oordeel.teMotiveren} motiveringen={stand.motiveringen} motiveer={motiveer} />
            </>
          )}
          <Naast
            catalogus={catalogus}
            oordeel={oordeel}
            motiveringen={stand.motiveringen}
            motiveer={motiveer}
            zetPeriode={(van, tot) => wijzig({ van, tot: tot ?? '' })}
          />
        </div>
        <aside className="omvang-zij" aria-label="Uitkomst en vaststellen">
          {berekening && <Totaal stand={stand.omvang} berekening={berekening} synthetisch={synthetisch} wijzig={wijzig} />}
          <Vaststellen onderzoek={onderzoek} catalogus={catalogus} stand={stand} oordeel={oordeel} bewaarplek={bewaarplek} />
        </aside>
      </div>
      {synthetisch && <Watermerk />}
    </Pagina>
  )
}

/** Antwoorden die nog niet op de server staan, tellen niet mee in het advies waarop beslist wordt. */
function Onbewaard({ onderzoek }: { onderzoek: Onderzoek }) {
  if (!heeftOnbewaard(onderzoek.id)) return null
  return (
    <Melding soort="waarschuwing" titel="Nog niet alle antwoorden zijn opgeslagen.">
      <p>Het advies hieronder rust op wat wel is opgeslagen.</p>
      <KnopLink naar={onderzoekadres(onderzoek.inwoner.id, onderzoek.id)}>Terug naar het onderzoek</KnopLink>
    </Melding>
  )
}

type Vaststelgegevens = {
  readonly onderzoek: Onderzoek
  readonly catalogus: Catalogus
  readonly stand: Voorstelstand
  readonly oordeel: ReturnType<typeof beoordeel>
  readonly bewaarplek: string
}

function Vaststellen({ onderzoek, catalogus, stand, oordeel, bewaarplek }: Vaststelgegevens) {
  const { vandaag } = gebruikEigenSessie()
  const client = useQueryClient()
  const navigeer = useNavigate()
  const sleutel = useRef(nieuweSleutel())
  const kop = useRef<HTMLHeadingElement>(null)
  const [poging, zetPoging] = useState(0)
  const [bezig, zetBezig] = useState(false)
  const [probleem, zetProbleem] = useState<Probleem | null>(null)
  const { teDoen } = oordeel
  const stelVast = async () => {
    // Eerst de nieuwe kop, dan de focus: zo leest een schermlezer wat er nog moet.
    flushSync(() => {
      zetPoging((n) => n + 1)
      zetProbleem(null)
    })
    if (teDoen.length > 0) return kop.current?.focus()
    if (bezig) return
    zetBezig(true)
    try {
      const { waarde } = await roepApi<{ id: string }>('POST', `/onderzoeken/${onderzoek.id}/indicaties`, {
        lichaam: alsVerzoek(catalogus, stand, oordeel),
        etag: `"v${onderzoek.versie}"`,
        idempotentie: sleutel.current,
      })
      sessionStorage.removeItem(bewaarplek)
      await vervallen(client, 'onderzoek', 'inwoner', 'indicatie')
      await navigeer(`/indicaties/${waarde.id}`)
      // Begon zij al in het verleden, dan is terugdraaien geen kleine stap meer: dan is intrekken een handeling met een grond.
      if (stand.omvang.van >= vandaag) meldOngedaan('De indicatie is vastgesteld.', () => trekMeteenIn(client, waarde.id, vandaag))
      else toonToast({ tekst: 'De indicatie is vastgesteld.' })
    } catch (fout) {
      const p = alsProbleem(fout)
      // Een ander verzoek verdient een andere sleutel; alleen als het antwoord wegviel, is het hetzelfde verzoek.
      if (p.status !== 0) sleutel.current = nieuweSleutel()
      if (p.status === 412) await client.invalidateQueries({ queryKey: sleutels.onderzoek(onderzoek.id) })
      zetProbleem(p)
    } finally {
      zetBezig(false)
    }
  }
  return (
    <section className="md-deel ind-vast" aria-labelledby="ind-vast-kop">
      <h2 id="ind-vast-kop" ref={kop} tabIndex={-1}>
        {teDoen.length === 0 ? 'Klaar om vast te stellen' : poging > 0 ? 'Dit moet nog' : 'Vaststellen'}
      </h2>
      {teDoen.length > 0 && (
        <ul className="ind-tedoen">
          {teDoen.map((t) => (
            <li key={t.plek + t.tekst}>
              <a href={`#${t.plek}`} onClick={(e) => naarPlek(e, t.plek)}>
                {t.tekst}
              </a>
            </li>
          ))}
        </ul>
      )}
      {probleem?.status === 412 ? (
        <Melding soort="waarschuwing" titel={wieWijzigde('het onderzoek', probleem)} voorlezen>
          Het advies is opnieuw berekend. Kijk of uw keuze nog past en stel dan vast.
        </Melding>
      ) : (
        probleem && <Probleemmelding probleem={probleem} />
      )}
      {probleem && probleem.fouten.length > 0 && (
        <ul className="ind-tedoen">
          {probleem.fouten.map((f) => (
            <li key={f.plaats + f.tekst}>{f.tekst}</li>
          ))}
        </ul>
      )}
      <div className="md-knoppen">
        <Knop soort="primair" opKlik={() => void stelVast()}>
          {bezig ? 'Bezig met vastleggen…' : 'Indicatie vaststellen'}
        </Knop>
        <Link to={onderzoekadres(onderzoek.inwoner.id, onderzoek.id)}>Terug naar het onderzoek</Link>
      </div>
    </section>
  )
}

function naarPlek(e: { preventDefault(): void }, plek: string): void {
  e.preventDefault()
  const doel = document.getElementById(plek)
  const vak = doel?.closest('section') ?? doel
  const veld = doel?.matches('textarea, input, select') ? doel : vak?.querySelector<HTMLElement>('textarea, input, select, button')
  vak?.scrollIntoView({ block: 'start' })
  veld?.focus({ preventScroll: true })
}
