import { rollen } from '#core/dossier/rechtentabel.ts'
import { rolnaam } from '../api/sessie.ts'
import type { Formulier } from '../formulier/gebruik-formulier.ts'
import { veldId } from '../formulier/wijzer.ts'
import { Tekstveld } from '../onderdelen/Tekstveld.tsx'
import { Vinkje } from '../onderdelen/Vinkje.tsx'
import { type Medewerkerwaarden, roluitleg } from './medewerkerformulier.ts'
import { Teamveld } from './Teamveld.tsx'

/** De velden van een medewerker, gelijk bij toevoegen en wijzigen. */
export function Medewerkervelden({ f }: { f: Formulier<Medewerkerwaarden> }) {
  const fout = f.foutVan('/rollen')
  return (
    <>
      <Tekstveld label="Naam" hoogstens={100} {...f.veld('/naam')} />
      <Tekstveld
        label="Aanmeldnaam"
        uitleg="Het e-mailadres van het werkaccount. Kent de aanmelddienst mensen aan een nummer, dan dat nummer."
        toetsen="email"
        hoogstens={200}
        {...f.veld('/aanmeldnaam')}
      />
      <fieldset className="md-veldgroep" id={veldId(f.id, '/rollen')} aria-describedby={fout ? `${f.id}-rolfout` : undefined}>
        <legend>Rollen</legend>
        {fout && (
          <p className="md-veldfout" id={`${f.id}-rolfout`}>
            {fout}
          </p>
        )}
        <div className="bh-rollen">
          {rollen.map((rol) => (
            <Vinkje
              key={rol}
              tekst={rolnaam(rol)}
              uitleg={roluitleg[rol]}
              aangevinkt={f.waarden.rollen[rol]}
              opWijzig={(aan) => f.zet('/rollen', { ...f.waarden.rollen, [rol]: aan })}
            />
          ))}
        </div>
      </fieldset>
      <Teamveld f={f} />
    </>
  )
}
