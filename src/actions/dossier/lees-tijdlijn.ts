/** De tijdlijn van een inwoner. Wie alleen indicaties mag lezen, ziet geen zaken. */
import { ok, type Result } from '#core/base/result.ts'
import { minutenInWoorden } from '#core/indicatie/normregels.ts'
import { zaaksoorten } from '#core/dossier/melding.ts'
import { bouwTijdlijn, type Tijdlijn, type Tijdlijnindicatie, type Tijdlijnvoorziening } from '#core/dossier/tijdlijn.ts'
import { verzoekfeitzin } from '#core/toewijzing/verzoek.ts'
import type { Wlzsignaal } from '#core/indicatie/wlzsignaal.ts'
import { leesVerzoekfeiten } from '#storage/berichten/verzoekfeiten.ts'
import { leesVanInwoner } from '#storage/gebeurtenissen.ts'
import {
  type Indicatieregel,
  leesIndicatieregels,
  leesVoorzieningregels,
  leesZaakregels,
  type Voorzieningregel,
  type Zaakregel,
} from '#storage/tijdlijn.ts'
import { catalogusBijHash } from '../catalogus/geldende-catalogus.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import type { Weigering } from '../handeling/weigering.ts'
import { eisToegang } from './toegang.ts'
import { signalenVanInwoner } from './wlzsignalen.ts'

/** Wie zaken mag lezen, ziet er ook wat de Wlz betekent voor hulp die loopt. */
export type Inwonertijdlijn = Tijdlijn & { readonly signalen: readonly Wlzsignaal[] }

export const leesTijdlijn = (dienst: Dienst, aanroep: Aanroep, inwoner: string): Promise<Result<Inwonertijdlijn, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const toegang = await eisToegang(w, inwoner, 'indicatie_lezen')
    if (!toegang.ok) return toegang
    const { gemeente } = w.actor
    const indicaties = await leesIndicatieregels(w.tx, gemeente, inwoner)
    const metZaken = toegang.value.mag('dossier_lezen').ok
    const gebeurtenissen = await leesVanInwoner(w.tx, gemeente, inwoner)
    const tijdlijn = bouwTijdlijn(
      {
        voorzieningen: await metNaam(w, await leesVoorzieningregels(w.tx, gemeente, inwoner), indicaties),
        indicaties: indicaties.map(alsIndicatie),
        zaken: metZaken ? (await leesZaakregels(w.tx, gemeente, inwoner)).map(alsZaak) : [],
        gebeurtenissen: metZaken ? gebeurtenissen : gebeurtenissen.filter((g) => g.indicatie !== null),
        berichtfeiten: (await leesVerzoekfeiten(w.tx, gemeente, inwoner)).map((f) => ({
          bericht: f.bericht,
          datum: f.datum,
          zin: verzoekfeitzin(f),
        })),
      },
      dienst.vandaag(),
    )
    w.noteer({ soort: 'lezen', inwoner, objecten: [{ soort: 'tijdlijn', id: inwoner }], doel: 'tijdlijn bekijken' })
    return ok({ ...tijdlijn, signalen: metZaken ? await signalenVanInwoner(w, inwoner) : [] })
  })

/** De naam van het product zoals de catalogus haar noemde bij de laatste indicatie. */
async function metNaam(
  w: Werk,
  voorzieningen: readonly Voorzieningregel[],
  indicaties: readonly Indicatieregel[],
): Promise<Tijdlijnvoorziening[]> {
  const namen: Tijdlijnvoorziening[] = []
  for (const { id, product } of voorzieningen) {
    const hash = indicaties.findLast((i) => i.voorziening === id)?.catalogus_hash
    const catalogus = hash === undefined ? undefined : await catalogusBijHash(w.tx, hash)
    namen.push({ id, naam: catalogus?.producten[product]?.naam ?? product })
  }
  return namen
}

const alsIndicatie = (i: Indicatieregel): Tijdlijnindicatie => ({
  id: i.id,
  voorziening: i.voorziening,
  van: i.van,
  tot: i.tot,
  omvang: omvang(i),
  vervangt: i.vervangt,
})

function omvang({ minuten_per_week: minuten, dagdelen_per_week: dagdelen }: Indicatieregel): string {
  if (minuten !== null) return minutenInWoorden(minuten)
  if (dagdelen === null) return 'omvang nog niet bekend'
  return dagdelen === 1 ? '1 dagdeel per week' : `${dagdelen} dagdelen per week`
}

const alsZaak = (z: Zaakregel) => ({
  id: z.id,
  naam: `${zaaksoorten[z.soort as keyof typeof zaaksoorten] ?? z.soort} ${z.nummer}`,
  ontvangenOp: z.ontvangen_op,
  afgeslotenOp: z.afgesloten_op,
})
