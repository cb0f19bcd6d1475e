import { Link } from 'react-router'
import type { Aanbiederregelantwoord } from '#http/api/keten/aanbiederroutes.ts'
import { gebruikLijst } from '../api/gebruik-lijst.ts'
import { gebruikEigenSessie } from '../api/gebruik-sessie.ts'
import { sleutels } from '../api/sleutels.ts'
import { schrijfTijdstip } from '../kader/schrijf-datum.ts'
import { Gegevenstabel, type Kolom } from '../onderdelen/Gegevenstabel.tsx'
import { KnopLink } from '../onderdelen/KnopLink.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { dagen } from './regelzin.ts'
import './aanbieders.css'

const kolommen: readonly Kolom<Aanbiederregelantwoord>[] = [
  { sleutel: 'naam', kop: 'Aanbieder', cel: (a) => a.naam },
  { sleutel: 'agb', kop: 'AGB', cel: (a) => a.agb, eenRegel: true },
  { sleutel: 'contract', kop: 'Contract', cel: ({ contract: c }) => dagen(c.van, c.tot) },
  { sleutel: 'codes', kop: 'Codes nu', cel: (a) => a.codes, getal: true },
  { sleutel: 'toewijzingen', kop: 'Toewijzingen', cel: (a) => a.toewijzingen.toLocaleString('nl-NL'), getal: true },
  { sleutel: 'op', kop: 'Gewijzigd', cel: ({ contract: c }) => `${schrijfTijdstip(c.op)}${c.door ? `, ${c.door}` : ''}`, standaard: false },
]

/** Met wie de gemeente een contract heeft, en hoeveel toewijzingen er bij elk lopen. */
export function AanbiedersPagina() {
  const { rollen } = gebruikEigenSessie()
  const beheert = rollen.includes('contractmanager')
  const bewaakt = rollen.includes('administratie') || rollen.includes('toezichthouder')
  const lijst = gebruikLijst<Aanbiederregelantwoord>('/aanbieders', { sleutel: sleutels.aanbieders() })
  return (
    <Pagina
      titel="Aanbieders"
      inleiding="Met een contract weet het berichtenverkeer welke codes en tarieven kloppen."
      acties={
        beheert && (
          <>
            <KnopLink naar="/aanbieders/nieuw">Aanbieder toevoegen</KnopLink>
            <KnopLink naar="/aanbieders/bestand">Contractbestand laden</KnopLink>
          </>
        )
      }
      breed
    >
      {bewaakt && (
        <p className="aan-verwijzingen">
          <Link to="/aanbieders/termijnen">Termijnen: wat is te laat</Link>
          <Link to="/aanbieders/aansluiting">Aansluiting: wat klopt niet</Link>
        </p>
      )}
      <Gegevenstabel
        id="aanbieders"
        bijschrift="Contracten"
        kolommen={kolommen}
        lijst={lijst}
        sleutel={(a) => a.agb}
        adres={(a) => `/aanbieders/${a.agb}`}
        leeg={
          <Leeg titel="Er is nog met geen aanbieder een contract.">
            <p>
              {beheert
                ? 'Voeg een aanbieder toe, of laad een contractbestand.'
                : 'De contractmanager kan er een toevoegen. Zonder contract is niets toe te wijzen.'}
            </p>
          </Leeg>
        }
      />
    </Pagina>
  )
}
