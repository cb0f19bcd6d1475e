import { Link } from 'react-router'
import type { Simulatieantwoord } from '#http/api/catalogus/vormen.ts'
import { gebruikEigenSessie, heeftRol } from '../api/gebruik-sessie.ts'
import { gebruikLijst } from '../api/gebruik-lijst.ts'
import { Deel } from '../dossier/MetGegevens.tsx'
import { schrijfDatum, schrijfTijdstip } from '../kader/schrijf-datum.ts'
import { Badge } from '../onderdelen/Badge.tsx'
import { Gegevenstabel, type Kolom } from '../onderdelen/Gegevenstabel.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { Toezichttabs } from '../toezicht/ToezichtKader.tsx'
import { gebruikInstellingen, gebruikPublicaties } from './antwoord.ts'
import { BeheerKader } from './BeheerKader.tsx'
import { Doorrekenformulier } from './Doorrekenformulier.tsx'

/** Wie doorrekent vraagt en kijkt; wie het werk of het toezicht draagt, leest wat eruit kwam. */
export function DoorrekenPagina() {
  return heeftRol(gebruikEigenSessie(), 'contractmanager') ? <Doorrekenen /> : <Meelezen />
}

function Meelezen() {
  return (
    <Pagina
      titel="Doorrekeningen"
      inleiding="Wat een wijziging van de catalogus zou doen met wat nu loopt. De contractmanager vraagt dit en ziet alleen aantallen; u ziet ook om wie het gaat."
      breed
    >
      {heeftRol(gebruikEigenSessie(), 'toezichthouder') && <Toezichttabs />}
      <Eerdere />
    </Pagina>
  )
}

/** Eerst zien wat een wijziging doet met alles wat nu loopt. */
function Doorrekenen() {
  const publicaties = gebruikPublicaties()
  const instellingen = gebruikInstellingen()
  return (
    <BeheerKader inleiding="Kies een andere versie of een andere lezing, en zie hoeveel lopende onderzoeken en indicaties daarmee anders zouden uitvallen. Er verandert niets, en u ziet alleen aantallen.">
      <Deel vraag={publicaties} wat="De versies worden geladen">
        {({ versies, items }) => (
          <Deel vraag={instellingen} wat="De lezingen worden geladen">
            {(lezingen) => <Doorrekenformulier versies={versies} publicaties={items} instellingen={lezingen.items} />}
          </Deel>
        )}
      </Deel>
      <Eerdere />
    </BeheerKader>
  )
}

export const standwoorden = {
  wacht: { tekst: 'wacht op uitvoering', soort: 'onbekend' },
  loopt: { tekst: 'loopt', soort: 'info' },
  klaar: { tekst: 'klaar', soort: 'goed' },
  mislukt: { tekst: 'mislukt', soort: 'fout' },
  gestopt: { tekst: 'gestopt', soort: 'gewoon' },
} as const

const kolommen: readonly Kolom<Simulatieantwoord>[] = [
  {
    sleutel: 'wat',
    kop: 'Wijziging',
    cel: (s) => <Link to={`/catalogusbeheer/doorrekenen/${s.id}`}>{s.inWoorden.join('; ')}</Link>,
  },
  { sleutel: 'vanaf', kop: 'Vanaf', cel: (s) => schrijfDatum(s.vanaf), eenRegel: true },
  { sleutel: 'stand', kop: 'Stand', cel: (s) => <Badge soort={standwoorden[s.stand].soort}>{standwoorden[s.stand].tekst}</Badge> },
  { sleutel: 'op', kop: 'Gevraagd', cel: (s) => `${schrijfTijdstip(s.gevraagdOp)}, ${s.gevraagdDoor}` },
]

function Eerdere() {
  const lijst = gebruikLijst<Simulatieantwoord>('/simulaties', { sleutel: ['simulaties'], limiet: 20 })
  return (
    <Gegevenstabel
      id="simulaties"
      bijschrift="Eerder doorgerekend"
      kolommen={kolommen}
      lijst={lijst}
      sleutel={(s) => s.id}
      leeg={<Leeg titel="Er is nog niets doorgerekend" />}
    />
  )
}
