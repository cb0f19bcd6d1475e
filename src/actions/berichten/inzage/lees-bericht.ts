/** Eén bericht: hoe het ervoor staat, wat erin staat, wat de ander ervan vond, en wat erbij hoort. */
import type { Datum } from '#core/base/datum.ts'
import { ok, type Result } from '#core/base/result.ts'
import { datumVanTijdstip, vanMs } from '#core/base/tijdstip.ts'
import { magVervolg, type Vervolg, type Vervolgweigering } from '#core/toewijzing/berichtvervolg.ts'
import { beoordeelReactie } from '#core/toewijzing/reactietermijn.ts'
import { isVerwijderd } from '#messages/keten/afleiden.ts'
import type { Retourregel } from '#messages/iwmo-3-2/keten/gelezen-codes.ts'
import { leesRuimeKop, type RuimeKop } from '#messages/ruime-kop.ts'
import type { Leesregel } from '#messages/toon.ts'
import { leesDeel, leesUitslagen } from '#storage/berichten/berichten.ts'
import { leesBezorging, leesUitvalVanBericht, leesVerwant, type Uitvalkort, type Verwantrij } from '#storage/berichten/inzage.ts'
import { leesToewijzingen, leesToewijzingenUit, type Toewijzingrij } from '#storage/berichten/vragen.ts'
import { leesGemeente } from '#storage/inrichting.ts'
import { leesGelijkgesteldeDagen } from '#storage/zaken.ts'
import type { Aanroep, Dienst } from '../../handeling/dienst.ts'
import { handel, type Werk } from '../../handeling/handel.ts'
import type { Weigering } from '../../handeling/weigering.ts'
import { isTeOefenen, type Oefencode, oefencodes } from '../../simulator/te-oefenen.ts'
import { omvangzin } from '../../toewijzing/woorden.ts'
import { toewijzingVan } from '../bron.ts'
import { alsCodes, leesCodes } from '../codereeks.ts'
import { type Berichtregel, type Retourbeeld, toonBerichtregel, toonRetourcodes, toonVerwant, type Verwant } from './berichtbeeld.ts'
import { type Berichttoegang, eisBericht } from './berichttoegang.ts'
import { type Declaratiekort, declaratieVan } from './lees-declaratie.ts'
import { alsRegels, isTeGroot, leesInhoud } from './inhoud.ts'
import { misTekst } from './uitvalbeeld.ts'
import { verzoekenVan } from '../verzoek/verzoeken-van.ts'
import type { Verzoekbeeld } from '../verzoek/verzoekbeeld.ts'

export type Bezorging = {
  readonly stand: 'wacht' | 'verzonden' | 'ontvangen' | 'mislukt'
  readonly pogingen: number
  readonly volgendeOp: string | null
  readonly ontvangenOp: string | null
  readonly fout: string | null
}
export type Toewijzingskort = {
  readonly nummer: number
  readonly product: string | null
  readonly van: string
  readonly tot: string | null
  readonly omvang: string | null
  readonly ingetrokken: boolean
}
export type Berichtbeeld = Berichtregel & {
  readonly release: string | null
  readonly afzender: string | null
  readonly ontvanger: string | null
  readonly grootte: number
  readonly retourcodes: readonly Retourbeeld[]
  readonly keten: readonly Verwant[]
  readonly uitval: readonly Uitvalkort[]
  readonly bezorging: Bezorging | null
  /** Tot wanneer de ander kan antwoorden; leeg als er niets op komt of het antwoord er al is. */
  readonly antwoordUiterlijk: Datum | null
  /** Het bericht als regels; leeg als `inhoudOntbreekt` zegt waarom. */
  readonly inhoud: readonly Leesregel[] | null
  /** De totalen van een declaratie, hoe groot zij ook is; leeg voor wie de inhoud niet leest. */
  readonly declaratie: Declaratiekort | null
  readonly inhoudOntbreekt: 'geen_recht' | 'te_groot' | 'onleesbaar' | null
  /** Wat er van de standaard nog mee kan; leeg voor wie niet verstuurt. */
  readonly vervolg: Readonly<Record<Vervolg, Vervolgweigering | null>> | null
  /** De toewijzingen uit een bericht van ons, zoals zij nu gelden. */
  readonly toewijzingen: readonly Toewijzingskort[]
  /** Wat een aanbieder hierin vraagt. */
  readonly verzoeken: readonly Verzoekbeeld[]
  /** In een proefgemeente: waarmee een aanbieder dit bericht kan afkeuren, om te oefenen. Anders null. */
  readonly oefenen: readonly Oefencode[] | null
  readonly mag: { readonly inhoud: boolean; readonly bsnTonen: boolean }
}

export const leesBericht = (dienst: Dienst, aanroep: Aanroep, id: string): Promise<Result<Berichtbeeld, Weigering>> =>
  handel<Berichtbeeld>(dienst, aanroep, async (w) => {
    const toegang = await eisBericht(w, id, 'bericht_lezen')
    if (!toegang.ok) return toegang
    const { bericht } = toegang.value
    w.noteer({
      soort: 'lezen',
      objecten: [{ soort: 'bericht', id }],
      doel: 'bericht bekijken',
      ...(bericht.inwoner !== null && { inwoner: bericht.inwoner }),
    })
    return ok(await beeldVan(w, toegang.value))
  })

export async function beeldVan(w: Werk, { bericht, mag }: Berichttoegang): Promise<Berichtbeeld> {
  const { gemeente } = w.actor
  const verwant = await leesVerwant(w.tx, gemeente, bericht.id)
  return {
    ...toonBerichtregel(bericht),
    ...(await kopVan(w, { bericht, mag })),
    release: bericht.release,
    grootte: Number(bericht.grootte),
    retourcodes: toonRetourcodes(await codesVan(w, bericht.id, verwant)),
    keten: verwant.map(toonVerwant),
    uitval: (await leesUitvalVanBericht(w.tx, gemeente, bericht.id)).map((u) => ({ ...u, tekst: misTekst(u) })),
    ...(await vervolgVan(w, { bericht, mag })),
    bezorging: await bezorgingVan(w, bericht.id),
    antwoordUiterlijk: bericht.stand === 'wacht_op_antwoord' ? await antwoordUiterlijk(w, bericht) : null,
    ...(await inhoudVan(w, { bericht, mag })),
    verzoeken: await verzoekenVan(w, { bericht, mag }),
    declaratie: mag('bericht_inhoud_lezen').ok ? await declaratieVan(w, bericht) : null,
    oefenen: mag('keten_oefenen').ok ? await oefenenVan(w, bericht) : null,
    mag: { inhoud: mag('bericht_inhoud_lezen').ok, bsnTonen: mag('bsn_tonen').ok },
  }
}

async function oefenenVan(w: Werk, bericht: Berichttoegang['bericht']): Promise<Oefencode[] | null> {
  if (!isTeOefenen(bericht)) return null
  return (await leesGemeente(w.tx, w.actor.gemeente))?.verzonnen ? oefencodes(bericht.naam ?? '') : null
}

/** Van wie aan wie. Weigert het schema een bestand, dan is dat niet vastgelegd, maar vaak wel te zien. */
async function kopVan(w: Werk, { bericht: b, mag }: Berichttoegang): Promise<Pick<Berichtbeeld, keyof RuimeKop>> {
  const vast = { afzender: b.afzender, ontvanger: b.ontvanger, identificatie: b.identificatie, dagtekening: b.dagtekening }
  if (b.stand !== 'schemafout' || !mag('bericht_inhoud_lezen').ok) return vast
  const begin = await leesDeel(w.tx, w.dienst.kluis, { gemeente: w.actor.gemeente, partij: b.partij }, b.id, 0)
  return begin === undefined ? vast : leesRuimeKop(begin)
}

/** De codes van dit bericht, of die van het antwoord of heenbericht dat erbij hoort: een van de twee draagt ze. */
async function codesVan(w: Werk, id: string, verwant: readonly Verwantrij[]): Promise<Iterable<Retourregel>> {
  const { gemeente } = w.actor
  const ids = [id, ...verwant.filter((v) => v.verband === 'antwoord' || v.verband === 'heenbericht').map((v) => v.id)]
  const uitslagen = await leesUitslagen(w.tx, w.dienst.kluis, { gemeente, partij: gemeente }, ids)
  for (const wie of ids) {
    const codes = leesCodes(uitslagen.get(wie) ?? alsCodes([]))
    for (const _ of codes) return codes
  }
  return []
}

async function inhoudVan(w: Werk, { bericht, mag }: Berichttoegang): Promise<Pick<Berichtbeeld, 'inhoud' | 'inhoudOntbreekt'>> {
  if (!mag('bericht_inhoud_lezen').ok) return { inhoud: null, inhoudOntbreekt: 'geen_recht' }
  if (isTeGroot(bericht)) return { inhoud: null, inhoudOntbreekt: 'te_groot' }
  const inhoud = alsRegels(await leesInhoud(w, bericht), false)
  return { inhoud, inhoudOntbreekt: inhoud === null ? 'onleesbaar' : null }
}

/** OP090: drie werkdagen na het versturen. */
async function antwoordUiterlijk(w: Werk, { verzonden_op: op }: Berichttoegang['bericht']): Promise<Datum | null> {
  if (op === null) return null
  const vanaf = datumVanTijdstip(vanMs(op.getTime()))
  const feit = { soort: 'retour', vanaf, klaarOp: null } as const
  return beoordeelReactie(feit, w.dienst.vandaag(), await leesGelijkgesteldeDagen(w.tx)).uiterlijk
}

/** Alleen bij wat van ons uitgaat. */
async function bezorgingVan(w: Werk, id: string): Promise<Bezorging | null> {
  const rij = await leesBezorging(w.tx, w.actor.gemeente, id)
  if (!rij) return null
  return {
    stand: rij.stand,
    pogingen: rij.pogingen,
    volgendeOp: rij.volgende_op?.toISOString() ?? null,
    ontvangenOp: rij.ontvangen_op?.toISOString() ?? null,
    fout: rij.fout_tekst,
  }
}

const watKan = (wat: Vervolg, bericht: Berichttoegang['bericht']): Vervolgweigering | null => {
  const mag = magVervolg(wat, bericht)
  return mag.ok ? null : mag.fout
}

async function vervolgVan(w: Werk, { bericht, mag }: Berichttoegang): Promise<Pick<Berichtbeeld, 'vervolg' | 'toewijzingen'>> {
  if (!mag('bericht_versturen').ok) return { vervolg: null, toewijzingen: [] }
  const [opnieuw, verbeteren, intrekken] = [watKan('opnieuw', bericht), watKan('verbeteren', bericht), watKan('intrekken', bericht)]
  const vervolg = { opnieuw, verbeteren, intrekken }
  if (bericht.aanbieder === null || verbeteren !== null) return { vervolg, toewijzingen: [] }
  const { gemeente } = w.actor
  const inBericht = await leesToewijzingenUit(w.tx, gemeente, bericht.id)
  const geldend = new Map(
    (
      await leesToewijzingen(
        w.tx,
        { gemeente, partij: gemeente, aanbieder: bericht.aanbieder },
        inBericht.map((t) => t.nummer),
      )
    ).map((t) => [t.nummer, t]),
  )
  return { vervolg, toewijzingen: inBericht.map((t) => toonToewijzing(geldend.get(t.nummer) ?? t)) }
}

function toonToewijzing(r: Toewijzingrij): Toewijzingskort {
  const t = toewijzingVan(r, { gemeente: '' }, '')
  return {
    nummer: t.nummer,
    product: t.product?.Code ?? t.product?.Categorie ?? null,
    van: t.ingangsdatum,
    tot: t.einddatum ?? null,
    omvang: t.omvang ? omvangzin(t.omvang) : null,
    ingetrokken: isVerwijderd(t),
  }
}
