/** Wat er met een zaak gebeurde vastleggen, verbeteren of laten vervallen. De stand volgt vanzelf. */
import { ok, type Result } from '#core/base/result.ts'
import { leesGebeurtenis, type NieuweGebeurtenis } from '#core/dossier/gebeurtenis.ts'
import { labelVan } from '#core/dossier/gebeurtenislabel.ts'
import { draagZaakOver, type Zaakrij } from '#storage/zaken.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import { ongeldig, type Weigering, weiger } from '../handeling/weigering.ts'
import { beeldNa } from './lees-zaak.ts'
import { neemOverdrachtTerug } from './neem-overdracht-terug.ts'
import { leesOverdracht } from './overdrachtgegevens.ts'
import { toets } from './toegang.ts'
import type { Zaakbeeld } from './zaakbeeld.ts'
import { beoordeelStap, bewaarGebeurtenis, type Stap, volgStap, zaakVerouderd } from './zaakstap.ts'
import { eisZaak, type Zaaktoegang } from './zaaktoegang.ts'

export function legGebeurtenisVast(
  dienst: Dienst,
  aanroep: Aanroep,
  id: string,
  versie: number,
  ruw: unknown,
): Promise<Result<Zaakbeeld, Weigering>> {
  return handel<Zaakbeeld>(dienst, aanroep, async (w) => {
    const open = await eisZaak(w, id, 'dossier_lezen')
    if (!open.ok) return (await neemOverdrachtTerug(w, id, versie, ruw)) ?? open
    const mag = eisIets(open.value)
    if (!mag.ok) return mag
    const { zaak, toegang } = open.value
    if (zaak.versie !== versie) return zaakVerouderd(w, zaak)
    const gelezen = leesGebeurtenis(ruw, 'zaak', dienst.vandaag())
    if (!gelezen.ok) return ongeldig(gelezen.fout)
    const stap = await beoordeelStap(w, zaak, gelezen.value)
    if (!stap.ok) return stap
    const gedaan = await voerUit(w, open.value, gelezen.value, stap.value)
    if (!gedaan.ok) return gedaan
    w.noteer({
      soort: 'wijzigen',
      inwoner: zaak.inwoner,
      zaak: id,
      objecten: [
        { soort: 'zaak', id, versie: versie + 1 },
        { soort: 'gebeurtenis', id: stap.value.id },
      ],
      doel: `zaak bijwerken: ${labelVan(gelezen.value.soort).toLowerCase()}`,
    })
    return ok(await beeldNa(w, zaak, stap.value.rijen, toegang))
  })
}

/** Wie verdeelt zonder zelf in het dossier te werken, mag alleen een overdracht ongedaan maken; dat blijkt pas uit wat vervalt. */
const eisIets = ({ toegang }: Zaaktoegang) => (toegang.mag('zaak_overdragen').ok ? ok(toegang) : toets(toegang, 'dossier_schrijven'))

/** Overdragen heeft een eigen weg; ongedaan maken gaat wel hierlangs en zet terug wie de zaak had. */
async function voerUit(w: Werk, { zaak, toegang }: Zaaktoegang, nieuw: NieuweGebeurtenis, stap: Stap): Promise<Result<null, Weigering>> {
  const oud = stap.rijen.find((r) => r.id === nieuw.vervangt)
  if (nieuw.soort === 'zaak_overgedragen' || (nieuw.soort === 'melding_ontvangen' && oud?.soort !== 'melding_ontvangen')) return elders
  if (nieuw.soort !== 'vervallen' && oud && oud.soort !== nieuw.soort) return andereSoort
  if (oud?.soort !== 'zaak_overgedragen') {
    const schrijven = toets(toegang, 'dossier_schrijven')
    if (!schrijven.ok) return schrijven
    await bewaarGebeurtenis(w, zaak, stap)
    return volgStap(w, zaak, zaak.versie, stap)
  }
  const mag = toets(toegang, 'zaak_overdragen')
  if (!mag.ok) return mag
  return zetTerug(w, zaak, stap, oud.gegevens)
}

async function zetTerug(w: Werk, zaak: Zaakrij, stap: Stap, gegevens: unknown): Promise<Result<null, Weigering>> {
  const overdracht = leesOverdracht(gegevens)
  if (!overdracht || overdracht.naar.behandelaar !== zaak.behandelaar || overdracht.naar.team !== zaak.team) return alVerder
  await bewaarGebeurtenis(w, zaak, stap)
  const gelukt = await draagZaakOver(w.tx, zaak, overdracht.van)
  return gelukt ? ok(null) : zaakVerouderd(w, zaak)
}

const elders = weiger({
  soort: 'regel',
  code: 'GEBEURTENIS_ELDERS',
  tekst: 'Dit legt het programma zelf vast.',
  watNu: 'Draag de zaak over met “Overdragen”; leg een nieuwe melding vast met “Nieuwe melding”.',
})
const andereSoort = weiger({
  soort: 'regel',
  code: 'GEBEURTENIS_ANDERE_SOORT',
  tekst: 'Een verbetering is van dezelfde soort als wat zij verbetert.',
  watNu: 'Laat de oude gebeurtenis vervallen en leg de nieuwe apart vast.',
})
const alVerder = weiger({
  soort: 'regel',
  code: 'OVERDRACHT_AL_VERDER',
  tekst: 'Deze overdracht is niet meer ongedaan te maken: de zaak is daarna al verder gegaan.',
  watNu: 'Draag de zaak opnieuw over.',
})
