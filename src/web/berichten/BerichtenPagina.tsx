import { useSearchParams } from 'react-router'
import type { Berichtregelantwoord } from '#http/api/berichten/vormen.ts'
import { gebruikLijst } from '../api/gebruik-lijst.ts'
import { gebruikEigenSessie, heeftRol } from '../api/gebruik-sessie.ts'
import { sleutels } from '../api/sleutels.ts'
import { naamInKop } from '../dossier/woorden.ts'
import { schrijfTijdstip } from '../kader/schrijf-datum.ts'
import { Gegevenstabel, type Kolom } from '../onderdelen/Gegevenstabel.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { BerichtenKader } from './BerichtenKader.tsx'
import { adresVanFilter, type Berichtfilter, filterUitAdres, isLeegFilter } from './berichtfilter.ts'
import { Berichtfilterbalk } from './Berichtfilterbalk.tsx'
import { Bsnzoeker } from './Bsnzoeker.tsx'
import { Standbadge } from './Standbadge.tsx'
import { Verkeersbeeld } from './Verkeersbeeld.tsx'

/** Alle berichten van en naar aanbieders die ik mag zien, het laatste eerst. */
export function BerichtenPagina() {
  const sessie = gebruikEigenSessie()
  const [delen, zetDelen] = useSearchParams()
  const filter = filterUitAdres(delen)
  const lijst = gebruikLijst<Berichtregelantwoord>('/berichten', { sleutel: sleutels.berichten(), filter, telt: true })
  const wijzig = (nieuw: Partial<Berichtfilter>) =>
    zetDelen(new URLSearchParams(adresVanFilter({ ...filter, ...nieuw }).split('?')[1] ?? ''), {
      replace: true,
      preventScrollReset: true,
    })
  const inwoner = filter.inwoner === null ? undefined : lijst.items.find((b) => b.inwoner?.id === filter.inwoner)?.inwoner
  const overal = heeftRol(sessie, 'administratie', 'teamleider', 'toezichthouder')
  return (
    <BerichtenKader
      inleiding={
        overal
          ? 'Wat de gemeente en de aanbieders elkaar sturen over toewijzing, levering en declaratie.'
          : 'Wat de gemeente en de aanbieders elkaar sturen over de inwoners die u of uw team helpt.'
      }
    >
      {overal && <Verkeersbeeld metLinks />}
      <Berichtfilterbalk
        filter={filter}
        opWijzig={wijzig}
        opWissen={() => zetDelen({}, { replace: true })}
        inwonernaam={inwoner ? naamInKop(inwoner.naam) : null}
      />
      <Bsnzoeker opInwoner={(id) => wijzig({ inwoner: id })} />
      <Gegevenstabel
        id="berichten"
        bijschrift="Berichten"
        kolommen={kolommen(sessie.vandaag)}
        lijst={lijst}
        sleutel={(b) => b.id}
        adres={(b) => `/berichten/${b.id}`}
        leeg={
          isLeegFilter(filter) ? (
            <Leeg titel="Er zijn nog geen berichten.">
              <p>Zodra er hulp is toegewezen aan een aanbieder, staat het bericht daarover hier.</p>
            </Leeg>
          ) : (
            <Leeg titel="Geen berichten gevonden.">
              <p>Haal een voorwaarde weg of kies een ruimere periode.</p>
              <p>
                <Knop soort="stil" opKlik={() => zetDelen({}, { replace: true })}>
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

const kolommen = (vandaag: string): readonly Kolom<Berichtregelantwoord>[] => [
  { sleutel: 'bericht', kop: 'Bericht', cel: (b) => (b.naam === null ? 'Onleesbaar bestand' : `${b.naam} ${b.titel ?? ''}`) },
  { sleutel: 'richting', kop: 'Richting', cel: (b) => (b.richting === 'in' ? 'Ontvangen' : 'Van ons') },
  { sleutel: 'stand', kop: 'Stand', cel: (b) => <Standbadge stand={b.stand} /> },
  { sleutel: 'aanbieder', kop: 'Aanbieder', cel: (b) => (b.aanbieder ? (b.aanbieder.naam ?? b.aanbieder.code) : onbekend) },
  { sleutel: 'inwoner', kop: 'Inwoner', cel: (b) => (b.inwoner ? naamInKop(b.inwoner.naam) : '') },
  { sleutel: 'codes', kop: 'Codes', cel: (b) => b.codes.join(', ') },
  { sleutel: 'op', kop: 'Wanneer', cel: (b) => schrijfTijdstip(b.vastgelegdOp, vandaag), eenRegel: true },
  { sleutel: 'kenmerk', kop: 'Kenmerk', cel: (b) => b.identificatie ?? '', standaard: false },
  { sleutel: 'dagtekening', kop: 'Dagtekening', cel: (b) => b.dagtekening ?? '', standaard: false },
]
const onbekend = <span className="md-onbekend">Niet te lezen</span>
