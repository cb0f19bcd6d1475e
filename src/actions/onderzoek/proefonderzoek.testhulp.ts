/** Een inwoner met een bevestigde melding, rechtstreeks in de database gezet; en situaties uit de catalogus zelf. */
import { nieuweId } from '../handeling/id.ts'
import type { Actor, Aanroep } from '../handeling/dienst.ts'
import type { Proefwerkplek } from '../proefwerkplek.testhulp.ts'
import type { Catalogus, Vignet } from '#core/catalogus/vorm.ts'

export type Proefzaak = { readonly gemeente: string; readonly inwoner: string; readonly zaak: string }
let teller = 0

/** De inwoner hoort bij het team van `actor`, en `actor` behandelt de zaak; wat anders moet, staat in `anders`. */
export async function maakProefzaak(
  { eigenaar, klok }: Pick<Proefwerkplek, 'eigenaar' | 'klok'>,
  actor: Actor,
  anders: { team?: string | null; behandelaar?: string | null; stand?: 'ontvangen' | 'bevestigd' } = {},
): Promise<Proefzaak> {
  const { gemeente } = actor
  const nu = klok.nu
  const team = anders.team === undefined ? actor.team : anders.team
  const behandelaar = anders.behandelaar === undefined ? actor.medewerker : anders.behandelaar
  const wie = { versie: 1, gemaakt_op: nu, gewijzigd_op: nu, gewijzigd_door: actor.medewerker }
  const [inwoner, zaak] = [nieuweId(nu), nieuweId(nu)]
  const volgnummer = ++teller
  const persoon = { achternaam: 'Voorbeeld', voorvoegsel: 'van', voornamen: 'Anna', voorletters: null, zoeknaam: `voorbeeld ${volgnummer}` }
  await eigenaar
    .insertInto('inwoner')
    .values({
      gemeente,
      id: inwoner,
      ...persoon,
      geboortedatum: '1950-05-05',
      woonplaats: 'Proefstad',
      bsn_index: null,
      geen_bsn_reden: 'nog_niet_bekend',
      overleden_op: null,
      team,
      ...wie,
    })
    .execute()
  await eigenaar
    .insertInto('zaak')
    .values({
      gemeente,
      id: zaak,
      nummer: `2026-${String(volgnummer).padStart(6, '0')}`,
      inwoner,
      soort: 'melding',
      stand: anders.stand ?? 'bevestigd',
      hulpvraag: 'Ik red het niet meer alleen.',
      kanaal: 'telefoon',
      gemeld_door: 'inwoner',
      ontvangen_op: '2026-11-02',
      plan_tot: '2026-11-09',
      onderzoek_uiterlijk: '2026-12-14',
      wacht_op: null,
      behandelaar,
      team,
      afgesloten_op: null,
      ...wie,
    })
    .execute()
  for (const soort of ['melding_ontvangen', ...(anders.stand === 'ontvangen' ? [] : ['melding_bevestigd'])]) {
    await eigenaar
      .insertInto('gebeurtenis')
      .values({
        gemeente,
        id: nieuweId(nu),
        inwoner,
        zaak,
        indicatie: null,
        soort,
        datum: '2026-11-02',
        zin: soort,
        gegevens: '{}',
        vervangt: null,
        gemaakt_op: nu,
        gemaakt_door: actor.medewerker,
      })
      .execute()
  }
  return { gemeente, inwoner, zaak }
}

/** Een uitgewerkte situatie van de catalogus die aan de voorwaarde voldoet. */
export function vignetMet({ vignetten }: Catalogus, voorwaarde: (v: Vignet) => boolean): Vignet {
  const gevonden = vignetten?.find(voorwaarde)
  if (!gevonden) throw new Error('geen vignet dat hieraan voldoet')
  return gevonden
}

/** De antwoorden van een vignet als verzoek. */
export const alsAntwoorden = ({ antwoorden, overschrijvingen }: Vignet) => [
  ...Object.entries(antwoorden).map(([vraag, waarde]) => ({ vraag, waarde })),
  ...Object.entries(overschrijvingen ?? {}).map(([vraag, o]) => ({
    soort: 'overschrijving',
    vraag,
    waarde: o.waarde,
    toelichting: o.motivering,
  })),
]

/** Een tweede aanroep van een collega in hetzelfde team. */
export async function collegaVan({ eigenaar, klok }: Proefwerkplek, aanroep: Aanroep, team = aanroep.actor.team): Promise<Aanroep> {
  const id = nieuweId(klok.nu)
  const naam = `Collega ${id.slice(-4)}`
  await eigenaar
    .insertInto('medewerker')
    .values({
      gemeente: aanroep.actor.gemeente,
      id,
      identiteit: null,
      aanmeldnaam: id,
      naam,
      team,
      rollen: ['consulent'],
      gewijzigd_door: null,
    })
    .execute()
  return { ...aanroep, actor: { ...aanroep.actor, medewerker: id, naam, team, rollen: ['consulent'] } }
}
