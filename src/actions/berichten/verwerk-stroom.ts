/** Een groot bestand verwerken: een declaratie en haar antwoord als stroom, iets anders in één keer als het past, en wat niet kan als schemafout. */
import { bewaarBericht, berichthash } from '#storage/berichten/berichten.ts'
import { type Oordeel, weigerTeGroot } from '#messages/controleer-stroom.ts'
import { inBeurten } from '#messages/adempauze.ts'
import { maakRij } from '#core/base/rij.ts'
import { grenzen } from '#messages/xml.ts'
import { nieuweId } from '../handeling/id.ts'
import { inAdministratie } from './administratie.ts'
import { noteerBericht, parkeer, rijVan, type Vastlegging } from './leg-vast.ts'
import { uitvalVan } from './uitval.ts'
import { doelVan, eerderAntwoord, type Keten, kopVan, maakVerwerking, plekVan, verwerkBericht, type Verwerkt } from './verwerk-bericht.ts'
import type { Bytestroom } from './lees-declaratie.ts'
import { maakOpslag } from './opslag.ts'
import { verwerkAntwoord } from './verwerk-antwoord.ts'
import { verwerkDeclaratie } from './verwerk-declaratie.ts'

/** Andere berichten dan een declaratie gaan over één cliënt, of zijn een antwoord; groter dan dit zijn zij niet. */
const GRENS_IN_EENS = 64 * 1024 * 1024

export async function verwerkStroom(keten: Keten, { grootte, stukken }: Bytestroom): Promise<Verwerkt> {
  const bestand: Bytestroom = { grootte, stukken: () => inBeurten(stukken()) }
  if (bestand.grootte > grenzen.bestand) return legSchemafoutVast(keten, bestand, weigerTeGroot())
  const afloop = await verwerkDeclaratie(keten, bestand)
  if (afloop.soort === 'verwerkt') return afloop.verwerkt
  if (afloop.soort === 'schema') return legSchemafoutVast(keten, bestand, afloop.oordeel)
  const antwoord = await verwerkAntwoord(keten, bestand)
  if (antwoord.soort === 'verwerkt') return antwoord.verwerkt
  if (antwoord.soort === 'schema') return legSchemafoutVast(keten, bestand, antwoord.oordeel)
  if (bestand.grootte > GRENS_IN_EENS) return legSchemafoutVast(keten, bestand, weigerTeGroot())
  const delen: Uint8Array[] = []
  for await (const stuk of bestand.stukken()) delen.push(Buffer.from(stuk))
  return verwerkBericht(keten, Buffer.concat(delen))
}

/** De bytes blijven bewaard, zonder feiten, en een mens krijgt er werk van. */
async function legSchemafoutVast(keten: Keten, bestand: Bytestroom, { bericht, niveau1 }: Oordeel): Promise<Verwerkt> {
  const { aanbieder, ...wij } = plekVan(null, keten)
  const { kluis } = keten.dienst
  await keten.zorgVoorGemeente(wij.gemeente)
  return inAdministratie(keten.dienst, wij, async (tx) => {
    const v = maakVerwerking(keten, tx, wij)
    const hash = berichthash(kluis)
    for await (const stuk of bestand.stukken()) hash.update(stuk)
    const kenmerk = hash.digest()
    const eerder = await eerderAntwoord(keten, tx, wij, kenmerk)
    if (eerder !== undefined) return eerder
    const rij: Vastlegging = { ...kopVan(null, bericht), id: nieuweId(v.nu), aanbieder, richting: 'in', uitkomst: 'niveau1' }
    await bewaarBericht(tx, kluis, rijVan(v, rij, { hash: kenmerk, grootte: bestand.grootte }))
    const bytes = maakOpslag(v, rij.id, maakRij())
    try {
      for await (const stuk of bestand.stukken()) await bytes.neem(stuk)
      await bytes.einde()
    } finally {
      await bytes.rust()
    }
    await parkeer(v, rij.id, uitvalVan({ soort: 'niveau1', bericht, fouten: niveau1.fouten }))
    await noteerBericht(v, 'aanmaken', rij, doelVan(rij))
    return { bericht, uitkomst: 'niveau1', retourcodes: [], retour: null, isHerhaling: false }
  })
}
