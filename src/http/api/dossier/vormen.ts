/** Vormen die de routes van het dossier delen: wat er in een antwoord staat en hoe een lijst bladert. */
import * as z from 'zod'
import type { Datum } from '#core/base/datum.ts'
import { zaakstanden } from '#core/dossier/gebeurteniswoorden.ts'
import { relaties } from '#core/dossier/rechtentabel.ts'
import { HOOGST_GETELD } from '#core/base/telling.ts'

/** Een bestaande dag, als `Datum`. */
export const dag = z.iso.date().transform((d) => d as Datum)
const tekst = z.string().nullable()
const dagOfNiets = z.iso.date().nullable()

export const idparams = z.object({ id: z.uuid() })
export const bladerquery = {
  cursor: z.string().max(120).optional().meta({ description: 'De wijzer `volgende` uit de vorige bladzijde.' }),
  limiet: z.coerce.number().int().min(1).max(200).default(50),
}
/** `true` of `false` in een adres. */
export const janee = z.enum(['true', 'false']).transform((w) => w === 'true')
/** Bladeren door een lijst die ook zegt hoeveel er zijn. */
export const telquery = {
  ...bladerquery,
  telling: janee.optional().meta({ description: 'Op de eerste bladzijde ook hoeveel er zijn.' }),
}

const tellingvorm = z
  .object({
    aantal: z.int().min(0).max(HOOGST_GETELD),
    meer: z.boolean().meta({ description: 'Het zijn er meer dan `aantal`; verder wordt niet geteld.' }),
  })
  .meta({ id: 'Telling' })

export const bladzijde = <V extends z.ZodType>(item: V) => z.object({ items: z.array(item), volgende: z.string().nullable() })
export const geteldeBladzijde = <V extends z.ZodType>(item: V) => bladzijde(item).extend({ telling: tellingvorm.optional() })

export const naamvorm = z.object({ achternaam: z.string(), voorvoegsel: tekst, voornamen: tekst, voorletters: tekst })
export const verwijzing = z.object({ id: z.uuid(), naam: z.string() })
const verwijzingOfNiets = verwijzing.nullable()

export const identiteit = z
  .object({
    id: z.uuid(),
    naam: naamvorm,
    geboortedatum: dagOfNiets,
    woonplaats: tekst,
    geheimAdres: z.boolean(),
    overledenOp: dagOfNiets,
    team: verwijzingOfNiets,
    relatie: z.enum(relaties).meta({ description: 'Wat u met deze inwoner te maken hebt; dat bepaalt wat u mag zien.' }),
  })
  .meta({ id: 'Identiteit' })

const contact = z.object({
  adres: z.object({ straat: tekst, huisnummer: tekst, toevoeging: tekst, postcode: tekst }),
  telefoon: tekst,
  email: tekst,
  contactvoorkeur: tekst,
  geslacht: tekst.meta({ description: '`man`, `vrouw`, of leeg als het niet bekend is; alleen voor het berichtenverkeer.' }),
  vertegenwoordiger: z.object({ naam: z.string(), rol: z.string(), telefoon: tekst, sinds: dagOfNiets }).nullable(),
})

export const inwonervorm = identiteit
  .extend({
    versie: z.int(),
    bsn: z
      .object({ aanwezig: z.boolean(), geenReden: tekst })
      .meta({ description: 'Het nummer zelf komt alleen op verzoek; zie bsn-inzagen.' }),
    contact: contact.nullable(),
    contactGeweigerd: z.enum(['geheim_adres', 'geen_relatie']).nullable(),
    noodTot: z.iso.datetime().nullable(),
    mag: z.record(z.string(), z.boolean()),
  })
  .meta({ id: 'Inwoner' })

const termijnsoort = z.enum(['onderzoek', 'besluit'])

export const zaakkop = z
  .object({
    id: z.uuid(),
    versie: z.int(),
    nummer: z.string(),
    soort: z.string(),
    stand: z.enum(Object.keys(zaakstanden) as [string, ...string[]]),
    inwoner: z.object({ id: z.uuid(), naam: naamvorm, geboortedatum: dagOfNiets }),
    ontvangenOp: z.iso.date(),
    planTot: z.iso.date(),
    onderzoekUiterlijk: z.iso.date(),
    besluitUiterlijk: dagOfNiets.meta({ description: 'Twee weken na de aanvraag; leeg zolang er geen aanvraag is.' }),
    lopendeTermijn: z
      .object({ soort: termijnsoort, uiterlijk: z.iso.date() })
      .nullable()
      .meta({ description: 'De termijn die nu loopt; hierop sorteert en filtert de lijst.' }),
    wachtOp: tekst,
    behandelaar: verwijzingOfNiets,
    team: verwijzingOfNiets,
    afgeslotenOp: dagOfNiets,
  })
  .meta({ id: 'Zaakkop' })

export const zaakstap = z.object({
  stap: z.string(),
  gebeurtenis: tekst,
  uiterlijk: dagOfNiets,
  termijnsoort: termijnsoort.nullable(),
  termijn: tekst,
  dringend: z.enum(['te_laat', 'vandaag', 'bijna', 'ruim']),
})

const gebeurtenis = z
  .object({
    id: z.uuid(),
    soort: z.string(),
    label: z.string(),
    datum: z.iso.date(),
    zin: z.string(),
    zaak: z.uuid().nullable(),
    indicatie: z.uuid().nullable(),
    door: tekst,
    op: z.iso.datetime(),
    vervangt: z.uuid().nullable(),
    vervallen: z.boolean(),
  })
  .meta({ id: 'Gebeurtenis' })

export const wlzsignaal = z
  .object({
    soort: z.enum(['naast_wlz', 'overbrugging_wacht']),
    indicatie: z.uuid(),
    eis: z.string(),
    sinds: z.iso.date(),
    tekst: z.string(),
    watNu: z.string(),
  })
  .meta({ id: 'Wlzsignaal', description: 'Hulp die loopt naast een Wlz-indicatie, of een overbrugging die lang op het Wlz-besluit wacht.' })

export const zaakvorm = zaakkop
  .extend({
    hulpvraag: tekst,
    kanaal: z.string(),
    gemeldDoor: z.string(),
    gebeurtenissen: z.array(gebeurtenis),
    nu: zaakstap.nullable(),
    stappen: z.array(
      z.object({
        soort: z.string(),
        label: z.string(),
        weigering: z.object({ code: z.string(), tekst: z.string(), watNu: z.string() }).nullable(),
      }),
    ),
    signalen: z.array(wlzsignaal),
    ongedaan: z.uuid().nullable(),
    mag: z.object({ schrijven: z.boolean(), overdragen: z.boolean(), onderzoek: z.boolean() }),
  })
  .meta({ id: 'Zaak' })

/** Wat een scherm leest; alleen de vorm, geen code. */
export type Identiteitantwoord = z.output<typeof identiteit>
export type Inwonerantwoord = z.output<typeof inwonervorm>
export type Zaakkopantwoord = z.output<typeof zaakkop>
export type Zaakantwoord = z.output<typeof zaakvorm>
export type Gebeurtenisantwoord = z.output<typeof gebeurtenis>
export type Wlzsignaalantwoord = z.output<typeof wlzsignaal>
export type Zaakstapantwoord = z.output<typeof zaakstap>
