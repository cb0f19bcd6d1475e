import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { type Datum, parseDatum, periodeInWoorden } from '#core/base/datum.ts'
import { alsProbleem } from '../api/probleem.ts'
import { gebruikEigenSessie } from '../api/gebruik-sessie.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { NietTeZien } from '../dossier/MetGegevens.tsx'
import { schrijfDatum, schrijfTijdstip } from '../kader/schrijf-datum.ts'
import { Kerngegevens } from '../onderdelen/Kerngegevens.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { KnopLink } from '../onderdelen/KnopLink.tsx'
import { Laden } from '../onderdelen/Laden.tsx'
import { Melding } from '../onderdelen/Melding.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { Watermerk } from '../onderdelen/Watermerk.tsx'
import { onderbouwingkop, onderzoekadres } from '../onderzoek/beeld.ts'
import type { Gebeurtenisbeeld, VolledigeIndicatie } from './beeld.ts'
import { Gebeurtenisformulier, type Opdracht } from './Gebeurtenisformulier.tsx'
import { isVanHetProgramma, isVastsoort, magVervallen, mogelijk } from './gebeurtenisvelden.ts'
import { Toewijzingen } from '../toewijzing/Toewijzingen.tsx'
import { Afwijking } from './Afwijking.tsx'
import { Voorzieningenlijn } from './Voorzieningenlijn.tsx'
import './indicatie.css'

/** Een indicatie: wat is toegekend en waarom, en wat er daarna mee gebeurde, op één tijdlijn met wat er verder loopt. */
export function IndicatiePagina() {
  const { id = '' } = useParams()
  const vraag = useQuery({
    queryKey: sleutels.indicatie(id),
    queryFn: async ({ signal }) => (await roepApi<VolledigeIndicatie>('GET', `/indicaties/${id}`, { signaal: signal })).waarde,
    staleTime: 60_000,
  })
  if (vraag.data) return <Scherm key={id} indicatie={vraag.data} />
  if (vraag.error)
    return (
      <NietTeZien
        probleem={alsProbleem(vraag.error)}
        wat="Deze indicatie"
        terug={{ naar: '/inwoners', tekst: 'Inwoners zoeken' }}
        opnieuw={() => void vraag.refetch()}
      />
    )
  return (
    <Pagina titel="Indicatie">
      <Laden wat="De indicatie wordt geladen" />
    </Pagina>
  )
}

function Scherm({ indicatie }: { indicatie: VolledigeIndicatie }) {
  const { vandaag, rollen } = gebruikEigenSessie()
  const [zoek] = useSearchParams()
  const [opdracht, geefOpdracht] = useState<Opdracht | null>(() => opdrachtUit(indicatie, zoek))
  const { inwoner, onderzoek, omvang } = indicatie
  const klaar = () => {
    geefOpdracht(null)
    // Het formulier is weg; wat er vastgelegd is, staat onder deze kop.
    document.getElementById('ind-feiten')?.focus()
  }
  return (
    <Pagina
      titel={indicatie.productnaam}
      venstertitel="Indicatie"
      boven={
        <>
          <Link to={`/inwoners/${inwoner.id}`}>{inwoner.naam}</Link>
          {inwoner.geboortedatum && ` · geboren ${schrijfDatum(inwoner.geboortedatum)}`}
        </>
      }
      inleiding={`${omvang.uitkomst.totaal.inWoorden}, ${periodeVan(indicatie)}.`}
      acties={
        onderzoek &&
        rollen.some((r) => r !== 'administratie') && <KnopLink naar={onderzoekadres(inwoner.id, onderzoek)}>Naar het onderzoek</KnopLink>
      }
    >
      {omvang.uitkomst.synthetisch && <Watermerk />}
      <Stand indicatie={indicatie} />
      <div className="md-delen">
        <Voorzieningenlijn indicaties={[indicatie, ...indicatie.andere]} nadruk={indicatie.id} vandaag={vandaag as Datum} />
        <Toewijzingen
          indicatie={indicatie.id}
          pgb={indicatie.leveringsvorm === 'pgb'}
          toewijsbaar={indicatie.magToewijzen && indicatie.leveringsvorm === 'zin' ? indicatie.looptijd : null}
        />
        <Feiten indicatie={indicatie} geef={geefOpdracht} />
        {opdracht ? (
          <Gebeurtenisformulier key={JSON.stringify(opdracht)} indicatie={indicatie} opdracht={opdracht} vandaag={vandaag} klaar={klaar} />
        ) : (
          indicatie.magWijzigen &&
          !indicatie.vervangenDoor &&
          mogelijk(indicatie.stand).length > 0 && (
            <p className="md-knoppen">
              <Knop soort="primair" opKlik={() => geefOpdracht({ wat: 'nieuw', soort: '', datum: '' })}>
                Leg vast wat er gebeurde
              </Knop>
            </p>
          )
        )}
        <Grondslag indicatie={indicatie} />
      </div>
    </Pagina>
  )
}

/** Vanuit de stapeling komt men hier met een voorstel in het adres. */
function opdrachtUit(indicatie: VolledigeIndicatie, zoek: URLSearchParams): Opdracht | null {
  const soort = zoek.get('soort')
  if (!indicatie.magWijzigen || !isVastsoort(soort)) return null
  const kan = mogelijk(indicatie.stand).some((m) => m.waarde === soort)
  return { wat: 'nieuw', soort: kan ? soort : '', datum: parseDatum(zoek.get('datum')) ?? '' }
}

const periodeVan = ({ van, tot }: { van: string; tot: string | null }) =>
  periodeInWoorden(tot === null ? { van: van as Datum } : { van: van as Datum, tot: tot as Datum })

function Stand({ indicatie: i }: { indicatie: VolledigeIndicatie }) {
  if (i.vervangenDoor)
    return (
      <Melding soort="info" titel="Deze indicatie is vervangen.">
        <Link to={`/indicaties/${i.vervangenDoor}`}>Naar de indicatie die nu geldt</Link>
      </Melding>
    )
  const anders = i.looptijd && (i.looptijd.van !== i.van || i.looptijd.tot !== i.tot)
  return (
    <p className="ind-stand">
      <strong>{i.standInWoorden}</strong>
      {i.standSinds && ` – ${schrijfDatum(i.standSinds)}`}
      {anders && i.looptijd && `. Geldt ${periodeVan(i.looptijd)}.`}
      {!i.looptijd && '. Er is geen dag waarop zij geldt.'}
    </p>
  )
}

/** Het laatste bovenaan, zoals bij een zaak. */
function Feiten({ indicatie, geef }: { indicatie: VolledigeIndicatie; geef: (o: Opdracht) => void }) {
  return (
    <section className="md-deel" aria-labelledby="ind-feiten">
      <h2 id="ind-feiten" tabIndex={-1}>
        Wat er gebeurde
      </h2>
      <ol className="ind-feiten">
        {[...indicatie.gebeurtenissen].reverse().map((g) => (
          <Feit key={g.id} feit={g} mag={indicatie.magWijzigen && g.geldt && magVervallen(g.soort)} geef={geef} />
        ))}
      </ol>
    </section>
  )
}

function Feit({ feit, mag, geef }: { feit: Gebeurtenisbeeld; mag: boolean; geef: (o: Opdracht) => void }) {
  return (
    <li className="ind-feit" data-geldt={feit.geldt || feit.soort === 'vervallen'}>
      <span>{schrijfDatum(feit.datum)}</span>
      <span>
        <span className="ind-feit-zin">
          {!feit.zin.startsWith(feit.label) && <strong>{feit.label}. </strong>}
          {feit.zin}
        </span>
        {!feit.geldt && feit.soort !== 'vervallen' && <span className="md-onzichtbaar"> Dit geldt niet meer.</span>}
        <span className="md-bijtekst">
          {' '}
          {feit.gemaaktDoor.naam}, {schrijfTijdstip(feit.gemaaktOp)}
        </span>
      </span>
      {mag && (
        <span className="ind-feit-knoppen">
          {!isVanHetProgramma(feit.soort) && (
            <Knop soort="stil" opKlik={() => geef({ wat: 'verbeter', feit })}>
              Verbeter<span className="md-onzichtbaar"> {feit.label}</span>
            </Knop>
          )}
          <Knop soort="stil" opKlik={() => geef({ wat: 'vervallen', feit })}>
            Laat vervallen<span className="md-onzichtbaar">: {feit.label}</span>
          </Knop>
        </span>
      )}
    </li>
  )
}

/** Waarop de toekenning rust: precies wat bij het vaststellen vastlag. */
function Grondslag({ indicatie }: { indicatie: VolledigeIndicatie }) {
  const { omvang, regelsInWoorden, motiveringen, afwijkingMotivering, stapeling, vastgesteldOp, vastgesteldDoor } = indicatie
  const { uitkomst } = omvang
  const onderbouwing = Object.entries((omvang.opgave.onderbouwing ?? {}) as Readonly<Record<string, string>>)
  return (
    <section className="md-deel" aria-labelledby="ind-grondslag">
      <h2 id="ind-grondslag">Zo is het vastgesteld</h2>
      <Kerngegevens
        gegevens={[
          { naam: 'Door', waarde: `${vastgesteldDoor.naam}, ${schrijfTijdstip(vastgesteldOp, '')}` },
          { naam: 'Omvang', waarde: uitkomst.totaal.inWoorden },
          { naam: 'Periode', waarde: periodeVan(indicatie) },
          { naam: 'Leveringsvorm', waarde: indicatie.leveringsvorm === 'pgb' ? 'Persoonsgebonden budget (pgb)' : 'Zorg in natura' },
        ]}
      />
      {afwijkingMotivering && <Afwijking advies={indicatie.adviesInWoorden} motivering={afwijkingMotivering} />}
      {regelsInWoorden.length > 0 && (
        <ul className="ind-lijst">
          {regelsInWoorden.map((regel) => (
            <li key={regel}>{regel}</li>
          ))}
        </ul>
      )}
      {uitkomst.resultaten.length > 0 && (
        <ul className="ind-lijst">
          {uitkomst.resultaten.map((r) => (
            <li key={r.code}>
              {r.tekst} ({r.eis})
            </li>
          ))}
        </ul>
      )}
      {onderbouwing.map(([kop, tekst]) => (
        <p key={kop} className="ind-tekst">
          <strong>{onderbouwingkop(kop)}:</strong> {tekst}
        </p>
      ))}
      {motiveringen.length > 0 && (
        <ul className="ind-lijst">
          {motiveringen.map((m) => (
            <li key={m.tekst}>
              {m.tekst} ({m.eis.join(', ')}) <strong>Motivering:</strong> {m.motivering}
            </li>
          ))}
        </ul>
      )}
      {stapeling.info.map((s) => (
        <p key={s.tekst} className="md-bijtekst">
          {s.tekst}
        </p>
      ))}
    </section>
  )
}
