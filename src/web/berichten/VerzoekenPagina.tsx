import { useSearchParams } from 'react-router'
import type { Datum } from '#core/base/datum.ts'
import { verzoeksoorten } from '#core/toewijzing/verzoek.ts'
import type { Openverzoekantwoord } from '#http/api/berichten/verzoekvormen.ts'
import { gebruikLijst } from '../api/gebruik-lijst.ts'
import { gebruikEigenSessie } from '../api/gebruik-sessie.ts'
import { sleutels } from '../api/sleutels.ts'
import { naamInKop } from '../dossier/woorden.ts'
import { schrijfDatum } from '../kader/schrijf-datum.ts'
import { Filtervak } from '../onderdelen/Filtervak.tsx'
import { Gegevenstabel, type Kolom } from '../onderdelen/Gegevenstabel.tsx'
import { Keuzelijst } from '../onderdelen/Keuzelijst.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Termijn } from '../onderdelen/Termijn.tsx'
import { BerichtenKader } from './BerichtenKader.tsx'
import { Aanbiederveld } from './Codeveld.tsx'
import { filterstanden, verzoekdelen, type Verzoekfilter, verzoekfilterUitAdres } from './verzoekfilter.ts'
import { Verzoekstand } from './Verzoekstand.tsx'

/** Wat aanbieders vragen en nog op een beslissing wacht; wat het eerst beslist moet zijn bovenaan. */
export function VerzoekenPagina() {
  const { vandaag } = gebruikEigenSessie()
  const [delen, zetDelen] = useSearchParams()
  const filter = verzoekfilterUitAdres(delen)
  const lijst = gebruikLijst<Openverzoekantwoord>('/verzoeken', { sleutel: sleutels.verzoeken(), filter, telt: true })
  const wijzig = (nieuw: Partial<Verzoekfilter>) =>
    zetDelen(verzoekdelen({ ...filter, ...nieuw }), { replace: true, preventScrollReset: true })
  const wis = () => zetDelen({}, { replace: true })
  const gekozen = Object.values(filter).filter((w) => w !== null).length
  return (
    <BerichtenKader inleiding="Aanbieders vragen om een toewijzing of om een wijziging. Wat het eerst beantwoord moet zijn, staat bovenaan.">
      <Filtervak gekozen={gekozen} opWissen={wis}>
        <Keuzelijst
          label="Stand"
          optioneel="vanzelf"
          leeg="Alles wat openstaat"
          waarde={filter.stand ?? ''}
          opWijzig={(w) => wijzig({ stand: w || null })}
          opties={Object.entries(filterstanden).map(([waarde, tekst]) => ({ waarde, tekst }))}
        />
        <Aanbiederveld waarde={filter.aanbieder} opKies={(w) => wijzig({ aanbieder: w || null })} />
      </Filtervak>
      <Gegevenstabel
        id="verzoeken"
        bijschrift="Open verzoeken"
        kolommen={kolommen(vandaag as Datum)}
        lijst={lijst}
        sleutel={(v) => `${v.bericht} ${v.referentie}`}
        adres={(v) => `/berichten/${v.bericht}`}
        leeg={
          gekozen === 0 ? (
            <Leeg titel="Er wacht geen verzoek. Alles is beantwoord." />
          ) : (
            <Leeg titel="Geen verzoeken gevonden.">
              <p>
                <Knop soort="stil" opKlik={wis}>
                  Alle voorwaarden weghalen
                </Knop>
              </p>
            </Leeg>
          )
        }
      />
    </BerichtenKader>
  )
}

const kolommen = (vandaag: Datum): readonly Kolom<Openverzoekantwoord>[] => [
  { sleutel: 'verzoek', kop: 'Verzoek', cel: (v) => verzoeksoorten[v.soort] },
  { sleutel: 'inwoner', kop: 'Inwoner', cel: (v) => (v.inwoner ? naamInKop(v.inwoner.naam) : onbekend) },
  { sleutel: 'aanbieder', kop: 'Aanbieder', cel: (v) => v.aanbieder.naam ?? v.aanbieder.code },
  { sleutel: 'stand', kop: 'Stand', cel: (v) => <Verzoekstand stand={v.stand} /> },
  {
    sleutel: 'uiterlijk',
    kop: 'Antwoord uiterlijk',
    cel: (v) => <Termijn tot={v.termijn.uiterlijk as Datum} vandaag={vandaag} bijnaDagen={3} />,
  },
  { sleutel: 'ontvangen', kop: 'Ontvangen', cel: (v) => schrijfDatum(v.ontvangenOp), eenRegel: true },
  { sleutel: 'vanaf', kop: 'Gevraagd vanaf', cel: (v) => (v.vanaf ? schrijfDatum(v.vanaf) : ''), eenRegel: true, standaard: false },
  { sleutel: 'referentie', kop: 'Referentie', cel: (v) => v.referentie, standaard: false },
]
const onbekend = <span className="md-onbekend">Niet in het dossier</span>
