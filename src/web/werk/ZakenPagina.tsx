import '../dossier/dossier.css'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { type Filterkeuze, filterzin } from '#core/dossier/filterzin.ts'
import { zaakstanden } from '#core/dossier/gebeurteniswoorden.ts'
import type { Zaakkopantwoord } from '#http/api/dossier/vormen.ts'
import { gebruikLijst } from '../api/gebruik-lijst.ts'
import { gebruikEigenSessie, heeftRol } from '../api/gebruik-sessie.ts'
import { sleutels } from '../api/sleutels.ts'
import { Zaaktermijn } from '../dossier/Zaaktermijn.tsx'
import { naamInKop, soortnaam } from '../dossier/woorden.ts'
import { schrijfDatum } from '../kader/schrijf-datum.ts'
import { Gegevenstabel, type Kolom } from '../onderdelen/Gegevenstabel.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { adresVanFilter, filterUitAdres, leegFilter, vraagVanFilter } from './filteradres.ts'
import { Filterbalk } from './Filterbalk.tsx'
import { MetFilterzinnen } from './MetFilterzinnen.tsx'
import { VeelOverdragen } from './VeelOverdragen.tsx'
import { Werktabs } from './Werktabs.tsx'

/** Alle zaken die ik mag zien, met filters die als zin te lezen en te bewaren zijn, en overdragen van veel tegelijk. */
export function ZakenPagina() {
  const sessie = gebruikEigenSessie()
  const [delen, zetDelen] = useSearchParams()
  const filter = filterUitAdres(delen)
  const [zoek, zetZoek] = useState('')
  const [gekozen, zetGekozen] = useState<ReadonlyMap<string, Zaakkopantwoord>>(new Map())
  const lijst = gebruikLijst<Zaakkopantwoord>('/zaken', {
    sleutel: sleutels.zaken(),
    telt: true,
    filter: { ...vraagVanFilter(filter, sessie.vandaag), zoek },
  })
  const wijzig = (nieuw: Filterkeuze) => {
    zetGekozen(new Map())
    zetDelen(new URLSearchParams(adresVanFilter(nieuw).split('?')[1] ?? ''), { replace: true })
  }
  const kies = (ids: ReadonlySet<string>) =>
    zetGekozen(
      (nu) => new Map([...ids].flatMap((id) => [[id, lijst.items.find((z) => z.id === id) ?? nu.get(id)] as const]).filter(heeftZaak)),
    )
  // Na het overdragen heeft een zaak een nieuwe versie; wie opnieuw probeert, doet dat daarmee.
  const vers = [...gekozen.values()].map((z) => lijst.items.find((nu) => nu.id === z.id) ?? z)
  const gefilterd = zoek !== '' || adresVanFilter(filter) !== '/zaken'
  return (
    <Pagina titel="Zaken" breed>
      <Werktabs />
      <MetFilterzinnen>
        <Filterbalk filter={filter} opWijzig={wijzig} zoek={zoek} opZoek={zetZoek} />
        {gekozen.size > 0 && (
          <VeelOverdragen
            zaken={vers}
            opKlaar={(over) => zetGekozen(new Map(vers.filter((z) => over.includes(z.id)).map((z) => [z.id, z])))}
          />
        )}
        <Gegevenstabel
          id="zaken"
          bijschrift={gefilterd ? filterzin(filter) : 'Zaken'}
          kolommen={kolommen(sessie.vandaag)}
          lijst={lijst}
          sleutel={(z) => z.id}
          adres={(z) => `/zaken/${z.id}`}
          {...(heeftRol(sessie, 'consulent', 'teamleider') && {
            keuze: { gekozen: new Set(gekozen.keys()), opWijzig: kies, naam: (z: Zaakkopantwoord) => `Zaak ${z.nummer}` },
          })}
          leeg={
            <Leeg titel="Geen zaken gevonden.">
              <p>
                {gefilterd
                  ? 'Haal een voorwaarde weg, of zoek op het begin van de achternaam of op het nummer.'
                  : 'Er lopen geen zaken die u mag zien.'}
              </p>
              {gefilterd && (
                <p>
                  <button
                    type="button"
                    className="md-linkknop"
                    onClick={() => {
                      zetZoek('')
                      wijzig(leegFilter)
                    }}
                  >
                    Alle voorwaarden weghalen
                  </button>
                </p>
              )}
            </Leeg>
          }
        />
      </MetFilterzinnen>
    </Pagina>
  )
}

const heeftZaak = (paar: readonly [string, Zaakkopantwoord | undefined]): paar is [string, Zaakkopantwoord] => paar[1] !== undefined

const kolommen = (vandaag: string): readonly Kolom<Zaakkopantwoord>[] => [
  { sleutel: 'inwoner', kop: 'Inwoner', cel: (z) => naamInKop(z.inwoner.naam) },
  { sleutel: 'nummer', kop: 'Nummer', cel: (z) => <span data-eenregel>{z.nummer}</span> },
  { sleutel: 'soort', kop: 'Soort', cel: (z) => soortnaam(z.soort), standaard: false },
  { sleutel: 'stand', kop: 'Stand', cel: (z) => zaakstanden[z.stand as keyof typeof zaakstanden] },
  {
    sleutel: 'termijn',
    kop: 'Termijn',
    cel: (z) => (z.afgeslotenOp ? 'Afgesloten' : <Zaaktermijn zaak={z} vandaag={vandaag} />),
  },
  { sleutel: 'behandelaar', kop: 'Behandelaar', cel: (z) => z.behandelaar?.naam ?? <span className="md-onbekend">Nog niemand</span> },
  { sleutel: 'team', kop: 'Team', cel: (z) => z.team?.naam ?? '' },
  { sleutel: 'wacht', kop: 'Wacht op', cel: (z) => z.wachtOp ?? '', standaard: false },
  { sleutel: 'ontvangen', kop: 'Ontvangen', cel: (z) => schrijfDatum(z.ontvangenOp), standaard: false },
]
