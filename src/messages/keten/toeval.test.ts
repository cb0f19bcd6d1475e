/** Willekeurige berichten die het schema toelaat, met weinig verschillende sleutels en rare datums: alles krijgt een oordeel en een antwoord. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { beoordeelKeten, vraagVan } from '../iwmo-3-2/keten/beoordeel.ts'
import { feitenUit } from '../iwmo-3-2/keten/omzetten.ts'
import { maakRetour, type Retourbericht } from '../iwmo-3-2/keten/retour.ts'
import { type Berichtnaam, iwmo32, type WMO323 } from '../iwmo-3-2/release.ts'
import { schrijfBericht } from '../schrijf.ts'
import { willekeurigBericht } from '../willekeurig.testhulp.ts'
import { haalFeiten } from './bron.ts'
import { maakStand } from './geheugen.ts'
import { standaardkeuzes } from './keuzes.ts'
import { alsGelezen } from './ontvang.ts'
import { PARTIJEN } from './oefening.testhulp.ts'

const heen: Berichtnaam[] = ['WMO301', 'WMO305', 'WMO307', 'WMO315', 'WMO317', 'WMO319', 'WMO323', 'WMO325']
const datums = ['2026-01-01', '2026-01-31', '2025-12-31', '9999-12-31', '12345-02-28', '-0004-02-28', '2028-02-29']
const klein: Record<string, readonly unknown[]> = {
  Bsn: ['999990019', '999990020'],
  ToewijzingNummer: [1, 2, 3],
  ReferentieAanbieder: ['V-1', 'V-2', 'V-3'],
  ReferentieNummer: ['R1', 'R2', 'R3', 'R4'],
  VorigReferentieNummer: ['R1', 'R2', 'R3', 'R4'],
  DeclaratieNummer: ['D1', 'D2', 'D3'],
  Categorie: ['01', '02'],
  ProductCategorie: ['01', '02'],
  Code: ['A', 'B'],
  ProductCode: ['A', 'B'],
}
const isDatum = (tekst: unknown): tekst is string => typeof tekst === 'string' && /^\d{4}-\d\d-\d\d$/.test(tekst)
const kies = <T>(uit: readonly T[], bij: unknown): T =>
  uit[[...JSON.stringify(bij)].reduce((som, c) => som * 31 + c.charCodeAt(0), 7) % uit.length] as T

/** Weinig verschillende sleutels en datums, zodat berichten elkaar raken. */
function versmal(naam: string, waarde: unknown): unknown {
  if (Array.isArray(waarde)) return waarde.map((deel) => versmal(naam, deel))
  if (typeof waarde === 'object' && waarde !== null) return Object.fromEntries(Object.entries(waarde).map(([k, v]) => [k, versmal(k, v)]))
  if (isDatum(waarde)) return kies(datums, waarde)
  return klein[naam] === undefined ? waarde : kies(klein[naam], waarde)
}

const bericht = fc.constantFrom(...heen).chain((naam) => {
  const beschrijving = iwmo32.berichten.find((b) => b.naam === naam)
  if (beschrijving === undefined) throw new Error(naam)
  return willekeurigBericht(beschrijving).map((ruw) => {
    const waarde = versmal('', ruw) as { Header: Record<string, unknown> } & Partial<WMO323>
    const { gemeente, aanbieder } = PARTIJEN
    Object.assign(
      waarde.Header,
      beschrijving.van === 'gemeente' ? { Afzender: gemeente, Ontvanger: aanbieder } : { Afzender: aanbieder, Ontvanger: gemeente },
    )
    if (waarde.Declaratie !== undefined) waarde.Declaratie.TotaalIngediendBedrag = totaalVan(waarde.Declaratie)
    return { naam, waarde } as unknown as Retourbericht
  })
})
function totaalVan({ Clienten }: WMO323['Declaratie']): WMO323['Declaratie']['TotaalIngediendBedrag'] {
  const bedragen = Clienten.Client.flatMap((c) => c.Prestaties.Prestatie.map((p) => p.IngediendBedrag))
  const som = bedragen.reduce((tot, b) => tot + (b.DebetCredit === 'D' ? b.Bedrag : -b.Bedrag), 0)
  return { TotaalBedrag: Math.abs(som), DebetCredit: som < 0 ? 'C' : 'D' }
}

it('elk bericht krijgt een oordeel, een antwoord dat het schema toelaat, en laat een stand na die klopt', async () => {
  let bevonden = 0
  const regels = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(bericht, { minLength: 3, maxLength: 12 }), async (berichten) => {
      const stand = maakStand({
        contracten: new Map([
          ['9990/98765432', [{ code: 'A', categorie: '01', tarieven: [{ eenheid: '04', tarief: 6000, van: '2020-01-01' }] }]],
        ]),
        gemeenten: [{ code: '9990' }],
      })
      const feiten = []
      for (const [i, bericht] of berichten.entries()) {
        const gelezen = alsGelezen(bericht)
        gelezen.waarde.Header.BerichtIdentificatie = { Identificatie: `B${i}`, Dagtekening: '2026-02-10' }
        const bevindingen = beoordeelKeten(gelezen, {
          feiten: await haalFeiten(stand, vraagVan(gelezen)),
          keuzes: standaardkeuzes,
          systeemdatum: '2026-02-20',
        })
        const retour = maakRetour(gelezen, { niveau: 3, bevindingen }, { identificatie: `R${i}`, dagtekening: '2026-02-20' })
        if (retour !== null) expect(schrijfBericht(retour.naam, retour.waarde)).toMatchObject({ ok: true })
        const nieuw = [feitenUit(gelezen), ...(retour === null ? [] : [feitenUit(alsGelezen(retour))])]
        // Een declaratieantwoord van niemand zou een declaratie raken; die weg is elders getoetst.
        for (const f of gelezen.naam === 'WMO325' ? [] : nieuw) stand.neem(f)
        feiten.push(...(gelezen.naam === 'WMO325' ? [] : nieuw))
        bevonden += bevindingen.length
        for (const b of bevindingen) regels.add(b.regel)
      }
      const andersom = maakStand()
      for (const f of [...feiten].reverse()) andersom.neem(f)
      expect(andersom.momentopname(PARTIJEN)).toEqual(stand.momentopname(PARTIJEN))
    }),
    { seed: 81, numRuns: 150 },
  )
  // Genoeg geraakt om iets te zeggen: de meeste regels kwamen voorbij.
  expect(bevonden).toBeGreaterThan(500)
  expect(regels.size).toBeGreaterThan(30)
})
