/** Een proefgemeente als speler van de keten: zij wijst toe wat gepland is, en verwerkt wat binnenkomt als elk ander bericht. */
import { type Datum, dagnummer } from '#core/base/datum.ts'
import { leesBericht } from '#messages/codec.ts'
import { type Ketenkeuzes, standaardkeuzes } from '#messages/keten/keuzes.ts'
import type { Speler } from '#simulator/partij.ts'
import { inAdministratie } from '../berichten/administratie.ts'
import { bezorgEen } from '../berichten/bezorg.ts'
import { bytesVan, leesUitbericht, type Uitbericht } from '../berichten/uitbericht.ts'
import { type Keten, verwerkBericht } from '../berichten/verwerk-bericht.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { alsSysteem } from '../handeling/systeem.ts'
import { maakAntwoord } from '../simulator/maak-antwoord.ts'
import { wijsToe } from '../toewijzing/wijs-toe.ts'
import { maakProefantwoorden } from './proefantwoorden.ts'
import { proefaanbieders } from './proefcontract.ts'
import { laatMislukken } from './proefstoring.ts'

export type Proefspeler = Speler & {
  /** Deze indicatie gaat op de volgende dag die gespeeld wordt naar deze aanbieder. */
  plan(indicatie: string, aanbieder: string): void
  /** Wat op de laatste dag nog binnenkwam is nu het nieuwste; wat daarvoor wachtte krijgt zijn antwoord. */
  beantwoordRest(): Promise<void>
  /** Wat er in het verkeer mis kan gaan: een start die beschadigd is, die voor een ander is, en een tweede met hetzelfde nummer. */
  ontvangFouten(): Promise<void>
  toegewezen(): number
}

/** Zoveel toewijzingen gaan goed; de eerstvolgende aan de eerste aanbieder keurt hij af. */
const AFGEKEURD_VANAF = 12
/** Een toewijzingsnummer dat al van een andere toewijzing is. */
const AFKEURING = '9332'
/** Een gemeente die niet bestaat, en een toewijzing die niemand gaf. */
const NERGENS = '9999'
const ONTOEGEWEZEN = '999999999'
/** Alleen dan kan een bericht een ander vervangen: gewoonlijk houdt ook een afgekeurd bericht zijn nummer bezet (TR056). */
const NUMMER_VRIJ: Ketenkeuzes = { ...standaardkeuzes, identificatieNaAfwijzing: 'vrij' }
/** Van de toewijzingen in deze laatste dagen komt de eerste niet aan; die van vandaag staat nog klaar. */
const STORING_DAGEN = 9

/** `tot` is de laatste dag die gespeeld wordt. */
export async function maakProefspeler(dienst: Dienst, gemeente: string, tot: Datum): Promise<Proefspeler> {
  const wij = { gemeente, partij: gemeente }
  const aanroep = await leesAanroep(dienst, gemeente)
  let gepland: { indicatie: string; aanbieder: string }[] = []
  let [toegewezen, start, isAfgekeurd, isMislukt] = [0, null as Uint8Array | null, false, false]
  const keten = (): Keten => ({
    dienst,
    wij: { rol: 'gemeente', partij: gemeente },
    systeemdatum: dienst.vandaag(),
    correlatie: 'demo',
    toegangspunt: 'meedoen demo',
    zorgVoorGemeente: async () => undefined,
  })
  const antwoorden = maakProefantwoorden(dienst, aanroep)
  const verstuur = async (bericht: Uitbericht): Promise<Uint8Array> => {
    await bezorgEen(dienst, bericht, async () => undefined)
    return bytesVan(bericht)
  }
  const leesUit = (id: string): Promise<Uitbericht> => inAdministratie(dienst, wij, (tx) => leesUitbericht(dienst, tx, wij, id))
  const verstuurId = async (id: string): Promise<Uint8Array> => verstuur(await leesUit(id))
  const wijs = async ({ indicatie, aanbieder }: { indicatie: string; aanbieder: string }): Promise<Uint8Array[]> => {
    const gedaan = await wijsToe(dienst, aanroep, indicatie, { aanbieder })
    // Wat een regel weigert, kan hier ook voorkomen: die indicatie blijft gewoon liggen.
    if (!gedaan.ok) return []
    toegewezen++
    const nog = dagnummer(tot) - dagnummer(dienst.vandaag())
    if (nog === 0) return []
    if (nog <= STORING_DAGEN && !isMislukt) {
      isMislukt = true
      await laatMislukken(dienst, await leesUit(gedaan.value.bericht))
      return []
    }
    const bytes = await verstuurId(gedaan.value.bericht)
    if (isAfgekeurd || toegewezen < AFGEKEURD_VANAF || aanbieder !== proefaanbieders[0].agb) return [bytes]
    isAfgekeurd = true
    const antwoord = maakAntwoord(bytes, AFKEURING, { identificatie: 'AFKEURING1', dagtekening: dienst.vandaag() })
    if (antwoord !== null) await verwerkBericht(keten(), antwoord)
    return []
  }
  const ontvangMet = async (bytes: Uint8Array, veld: string, waarde: string): Promise<void> => {
    const anders = new TextDecoder().decode(bytes).replace(new RegExp(`(${veld}>)[^<]+`), (_, begin: string) => begin + waarde)
    const { retour } = await verwerkBericht(keten(), new TextEncoder().encode(anders))
    if (retour !== null) await verstuur(retour)
  }
  return {
    code: gemeente,
    plan: (indicatie, aanbieder) => void gepland.push({ indicatie, aanbieder }),
    neem: async (bytes) => {
      const isEerste = start === null && isStart(bytes)
      if (isEerste) start = bytes
      // De aanbieder vergiste zich in de toewijzing en stuurt het goede bericht onder hetzelfde nummer; dat komt ervoor in de plaats.
      if (isEerste) await ontvangMet(bytes, 'ToewijzingNummer', ONTOEGEWEZEN)
      const { retour } = await verwerkBericht(isEerste ? { ...keten(), keuzes: NUMMER_VRIJ } : keten(), bytes)
      return retour === null ? [] : [await verstuur(retour)]
    },
    begin: async () => {
      const nu = gepland
      gepland = []
      const uit: Uint8Array[] = []
      for (const g of nu) uit.push(...(await wijs(g)))
      for (const id of await antwoorden.antwoord(dienst.vandaag(), tot)) uit.push(await verstuurId(id))
      return uit
    },
    beantwoordRest: async () => {
      for (const id of await antwoorden.antwoord(dienst.vandaag(), tot)) await verstuurId(id)
      await antwoorden.bedenk()
    },
    ontvangFouten: async () => {
      if (start === null) return
      for (const [veld, waarde] of [
        ['Ontvanger', NERGENS],
        ['Dagtekening', dienst.vandaag()],
        ['Begindatum', 'morgen'],
      ] as const)
        await ontvangMet(start, veld, waarde)
    },
    toegewezen: () => toegewezen,
  }
}

function isStart(bytes: Uint8Array): boolean {
  const gelezen = leesBericht(bytes)
  return gelezen.ok && gelezen.value.naam === 'WMO305'
}

/** De administratie van de proefgemeente verwerkt indicaties tot berichten. */
async function leesAanroep(dienst: Dienst, gemeente: string): Promise<Aanroep> {
  const { id, naam, team } = await alsSysteem(dienst, gemeente, (tx) =>
    tx
      .selectFrom('medewerker')
      .select(['id', 'naam', 'team'])
      .where('gemeente', '=', gemeente)
      .where('aanmeldnaam', 'like', 'proef-%')
      .where((e) => e('rollen', '@>', e.val(['administratie'])))
      .executeTakeFirstOrThrow(),
  )
  return { actor: { gemeente, medewerker: id, naam, rollen: ['administratie'], team }, correlatie: 'demo', toegangspunt: 'meedoen demo' }
}
