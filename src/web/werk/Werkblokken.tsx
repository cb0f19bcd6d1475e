import type { ReactNode } from 'react'
import { Zaakrij } from '../dossier/Zaakrij.tsx'
import { Kop } from '../onderdelen/Kop.tsx'
import { KnopLink } from '../onderdelen/KnopLink.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Uitklap } from '../onderdelen/Uitklap.tsx'
import type { Bloknaam, Werkantwoord, Werkitem } from './antwoord.ts'
import { PakOp } from './PakOp.tsx'

const koppen: Record<Exclude<Bloknaam, 'overig'>, { titel: string; leeg: string }> = {
  vandaag: { titel: 'Vandaag', leeg: 'Niets wat vandaag moet. Geen afspraak, en geen termijn die vandaag afloopt of al voorbij is.' },
  bijnaTeLaat: { titel: 'Bijna te laat', leeg: 'Geen termijn loopt binnen een week af.' },
  wachtOpIemand: { titel: 'Wacht op iemand', leeg: 'Er wordt op niemand gewacht.' },
  nieuw: { titel: 'Nieuw', leeg: 'Geen nieuwe meldingen.' },
}

/** Vier rustige blokken; wat geen aandacht vraagt staat dichtgeklapt eronder. */
export function Werkblokken({ werk, vandaag, van }: { werk: Werkantwoord; vandaag: string; van: 'ik' | 'team' }) {
  const { overig } = werk.blokken
  const rij = (zaak: Werkitem): ReactNode => (
    <Zaakrij
      key={zaak.id}
      zaak={zaak}
      vandaag={vandaag}
      metBehandelaar={van === 'team'}
      actie={zaak.behandelaar === null ? <PakOp zaak={zaak} /> : undefined}
    />
  )
  if (Object.values(werk.blokken).every((b) => b.aantal === 0)) return <NietsTeDoen van={van} />
  return (
    <div className="md-werkblokken">
      {(Object.keys(koppen) as (keyof typeof koppen)[]).map((naam) => {
        const { aantal, items } = werk.blokken[naam]
        return (
          <section key={naam} className="md-werkblok" data-blok={naam} aria-labelledby={`blok-${naam}`}>
            <Kop niveau={2} als={3} id={`blok-${naam}`}>
              {koppen[naam].titel} <span className="md-werkblok__aantal">{aantal.toLocaleString('nl-NL')}</span>
            </Kop>
            {items.length === 0 ? <p className="md-bijtekst">{koppen[naam].leeg}</p> : <ul className="md-werklijst">{items.map(rij)}</ul>}
            {aantal > items.length && <Meer van={van} aantal={aantal - items.length} />}
          </section>
        )
      })}
      {overig.aantal > 0 && (
        <Uitklap kop={`Loopt, vraagt nu niets (${overig.aantal.toLocaleString('nl-NL')})`}>
          <ul className="md-werklijst">{overig.items.map(rij)}</ul>
          {overig.aantal > overig.items.length && <Meer van={van} aantal={overig.aantal - overig.items.length} />}
        </Uitklap>
      )}
    </div>
  )
}

const Meer = ({ van, aantal }: { van: 'ik' | 'team'; aantal: number }) => (
  <p className="md-knoppen">
    <KnopLink naar={`/zaken?behandelaar=${van}`} soort="stil">
      {`Nog ${aantal.toLocaleString('nl-NL')} in de hele lijst`}
    </KnopLink>
  </p>
)

function NietsTeDoen({ van }: { van: 'ik' | 'team' }) {
  return (
    <Leeg titel={van === 'ik' ? 'U hebt geen open zaken.' : 'Uw team heeft geen open zaken.'}>
      <p>Een nieuwe melding legt u vast bij de inwoner. Werk van een collega neemt u over in “Alle zaken”.</p>
      <p className="md-knoppen">
        <KnopLink naar="/inwoners">Inwoner zoeken</KnopLink>
        <KnopLink naar="/zaken">Alle zaken</KnopLink>
      </p>
    </Leeg>
  )
}
