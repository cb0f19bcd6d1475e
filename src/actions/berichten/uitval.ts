/** Wat een mens moet bekijken: per regel en klasse één keer, in gewone taal, zonder naam of BSN. */
import { periodeInWoorden } from '#core/base/datum.ts'
import type { Uitval } from '#storage/berichten/uitval.ts'
import type { Retourregel } from '#messages/iwmo-3-2/keten/gelezen-codes.ts'
import { ketenregels, type KetenregelId } from '#messages/iwmo-3-2/keten/regels.ts'
import { mis } from '#messages/iwmo-3-2/keten/mis.ts'
import { uitleg } from '#messages/iwmo-3-2/keten/uitleg.ts'
import { uitlegBinnen } from '#messages/iwmo-3-2/regels/uitleg.ts'
import { retourcodes } from '#messages/iwmo-3-2/retourcodes.ts'
import { datumInWoorden } from '#messages/toon.ts'
import type { Ontvangst } from '#messages/keten/ontvang.ts'
import { releases, type Uitgavestand, uitgaveOp } from '#messages/releases.ts'
import type { Release } from '#messages/vorm.ts'
import type { Dubbel } from '../toewijzing/dubbel.ts'
import { telCodes } from './codereeks.ts'

type Leeg = 'code' | 'regel' | 'klasse'
const uitval = (
  soort: Uitval['soort'],
  tekst: string,
  oorzaak: string,
  doe: string,
  rest: Partial<Pick<Uitval, Leeg | 'aantal'>> = {},
): Uitval => ({
  soort,
  tekst,
  oorzaak,
  doe,
  code: null,
  regel: null,
  klasse: null,
  aantal: 1,
  ...rest,
})

/** Alles wat er aan dit bericht blijft hangen; leeg als er niets te doen is. */
export function uitvalVan(o: Ontvangst): Uitval[] {
  switch (o.soort) {
    case 'niveau1':
      return [schema(o.fouten)]
    case 'vreemd':
      return [vreemd]
    case 'eigen':
      return []
    case 'retour':
      return [...(o.isBekend ? [] : [onbekend]), ...perOorzaak('afgewezen', o.retourcodes)]
    case 'beoordeeld':
      return perOorzaak(o.bericht === 'WMO325' ? 'antwoord_klopt_niet' : 'afgewezen', o.retourcodes)
  }
}

function schema(fouten: Extract<Ontvangst, { soort: 'niveau1' }>['fouten']): Uitval {
  const [eerste] = fouten
  const plek = eerste === undefined ? '' : ` Regel ${eerste.regel}${eerste.element && `, ${eerste.element}`}: ${eerste.tekst}`
  return uitval(
    'schema',
    `Dit bestand is anders opgebouwd dan is afgesproken.${plek}`,
    'Het bestand is beschadigd, of gemaakt met een programma dat de standaard anders leest.',
    'Over https krijgt de verzender vanzelf een foutverslag; kwam dit als bestand, stuur het hem dan. Hij maakt het bericht opnieuw: een retourbericht is er niet bij een schemafout.',
    { klasse: eerste?.element || null, aantal: Math.max(fouten.length, 1) },
  )
}

const vreemd = uitval(
  'vreemd',
  'Dit bericht is niet van ons en niet voor ons.',
  'Het bericht is verkeerd bezorgd, of onze gemeentecode of AGB-code staat er verkeerd in.',
  'Meld de verzender dat het bij een ander hoort. Er is niets van verwerkt.',
)
const onbekend = uitval(
  'onbekend_antwoord',
  'Dit antwoord hoort bij een bericht dat hier niet bekend is.',
  'Het bericht is buiten dit systeem om verstuurd, of het antwoord was eerder dan het bericht zelf.',
  'Zoek het bericht bij de verzender op en leg het vast als verzonden. Het antwoord geldt dan vanzelf.',
)
/** Een ander bericht met een nummer dat al gebruikt is; het eerste blijft gelden. */
export const dubbelNummer = uitval(
  'dubbel_nummer',
  'Er is al een ander bericht met dit nummer. Dit bericht telt niet mee.',
  'Het bericht is aangepast en opnieuw verstuurd zonder nieuw nummer.',
  'Vergelijk de twee berichten. Klopt het eerste, dan is er niets te doen; anders hoort het tweede een eigen nummer te krijgen.',
)

/** De aanbieder houdt dagen die al aan een ander zijn gegeven. */
export const dubbelToegewezen = ({ nummers: [eigen, ander], dagen }: Dubbel): Uitval =>
  uitval(
    'dubbel_toegewezen',
    `Deze dagen liggen bij twee aanbieders: ${periodeInWoorden(dagen)} (toewijzing ${eigen} en ${ander}).`,
    'De aanbieder keurde ons bericht af waarin zijn toewijzing korter werd of verviel, en de dagen waren al aan een ander gegeven.',
    'Kijk waarom hij het afkeurde, verbeter het bericht en stuur het opnieuw. Loopt de hulp daar toch door, kort dan de toewijzing bij de ander in.',
  )

const buiten: Record<Exclude<Uitgavestand, 'geldt'>, (r: Release) => string> = {
  nog_niet: (r) => `wordt pas gebruikt vanaf ${datumInWoorden(r.geldigVanaf)}`,
  niet_meer: (r) => `wordt niet meer gebruikt sinds ${datumInWoorden(r.geldigTot ?? '')}`,
}
/** Gedagtekend op een dag waarop zijn uitgave van de standaard niet in gebruik is. Het bericht is verder gewoon beoordeeld. */
export function uitvalVanUitgave(release: Release, dagtekening: string): Uitval[] {
  const stand = uitgaveOp(release, dagtekening.slice(0, 10))
  if (stand === 'geldt') return []
  const naam = `${release.standaard} ${release.versie}`
  return [
    uitval(
      'uitgave',
      `Dit bericht is van ${datumInWoorden(dagtekening.slice(0, 10))}, maar ${naam} ${buiten[stand](release)}.`,
      'Het programma van de verzender loopt voor of achter met de standaard, of de dagtekening klopt niet.',
      'Spreek met de verzender af met welke uitgave hij werkt. Het bericht zelf is beoordeeld en beantwoord.',
    ),
  ]
}

/** Voor elke oorzaak één keer werk, hoe vaak zij ook afkeurde; wat aan één plek verder nog mankeert komt met de eerste oorzaak mee. */
export const perOorzaak = (soort: Uitval['soort'], regels: Iterable<Retourregel>): Uitval[] =>
  telCodes(eersteOorzaken(regels)).map(({ code, regel, klasse, aantal }) => {
    const { tekst, oorzaak, doe } = inWoorden(code, regel)
    return uitval(soort, tekst, oorzaak, doe, { code, regel, klasse, aantal })
  })

/** De codes van één plek staan bij elkaar. Op de kop is elke regel een eigen oorzaak: die gaat over het hele bericht. */
function* eersteOorzaken(regels: Iterable<Retourregel>): Generator<Retourregel> {
  let vorige: Retourregel | undefined
  for (const r of regels) {
    const isZelfde = r.klasse !== 'Header' && vorige?.klasse === r.klasse && vorige.sleutel === r.sleutel
    if (!isZelfde) yield r
    vorige = r
  }
}

const binnenBericht = new Map(releases.flatMap((r) => r.regels.map((regel) => [regel.id, regel.tekst] as const)))

/** Bij een code die geen regel noemt. */
const zonderRegel = {
  oorzaak: 'Een gegeven is verkeerd ingevuld, of het programma van de verzender kent deze regel niet.',
  doe: 'De verzender verbetert het gegeven en stuurt het bericht opnieuw, met een nieuw nummer.',
}

/** Een retourcode met haar regel in gewone taal: wat er mis is, hoe dat meestal komt en wat te doen. */
export function inWoorden(code: string | null, regel: string | null): Pick<Uitval, 'tekst' | 'oorzaak' | 'doe'> {
  if (regel !== null && regel in ketenregels) return { tekst: mis[regel as KetenregelId], ...uitleg[regel as KetenregelId] }
  const hoort = regel === null ? undefined : binnenBericht.get(regel)
  return {
    tekst:
      hoort === undefined
        ? (retourcodes.codes[code as keyof typeof retourcodes.codes] ?? 'Dit bericht is afgekeurd.')
        : `Dit klopt niet in het bericht. Het hoort zo: “${hoort.replace(/\.$/, '')}”.`,
    ...(uitlegBinnen.get(regel ?? '') ?? zonderRegel),
  }
}
