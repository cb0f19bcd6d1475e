/** Een hele caseload in één proces: 1,3 miljoen gevallen, en of de kosten recht omhoog gaan met het aantal. */
import { kolommenVan, pakBlok } from '#core/advies/caseload.ts'
import { maakCaseloadbeslisser } from '#core/advies/caseload-beslisser.ts'
import { maakDemoGevallen } from '#core/advies/demo-caseload.ts'
import { open } from './gevallen.ts'
import { type Meting, mediaan, processortijd, regel, verhouding } from './meting.ts'
import { maakZen, meetZen } from './zen.ts'

const HEEL = 1_300_000
const BLOK = 16_384

export async function meet(): Promise<Meting> {
  const catalogus = await open('regio-b')
  const kolommen = kolommenVan(catalogus)
  const volgende = maakDemoGevallen(catalogus, 3)
  const blokken: { blok: Uint8Array; aantal: number }[] = []
  for (let klaar = 0; klaar < HEEL; klaar += BLOK) {
    const aantal = Math.min(BLOK, HEEL - klaar)
    blokken.push({ blok: pakBlok(kolommen, Array.from({ length: aantal }, volgende)), aantal })
  }
  const alleTabellen = maakCaseloadbeslisser(catalogus, {}, kolommen)
  const eenTabel = maakCaseloadbeslisser(catalogus, {}, kolommen, { tabellen: ['individueel'] })
  const perBlok = (): number[] => blokken.map(({ blok, aantal }) => processortijd(() => void eenTabel.beslis(blok, aantal)) / aantal)
  const draai = (hoeveel: number): number => {
    let klaar = 0
    const tijd = processortijd(() => {
      for (let b = 0; klaar < hoeveel; b = (b + 1) % blokken.length) {
        const { blok, aantal } = blokken[b] as (typeof blokken)[number]
        alleTabellen.beslis(blok, aantal)
        klaar += aantal
      }
    })
    return tijd / klaar
  }
  draai(HEEL)
  perBlok()
  const schalen = { '130.000 gevallen (0,1×)': HEEL / 10, '1,3 miljoen gevallen (1×)': HEEL, '13 miljoen gevallen (10×)': HEEL * 10 }
  const tijden: Record<string, number[]> = {}
  const perTabel: number[] = []
  for (let ronde = 0; ronde < 9; ronde++) {
    for (const [naam, n] of Object.entries(schalen)) (tijden[naam] ??= []).push(draai(n))
    perTabel.push(...perBlok())
  }
  const zen = await maakZen()
  const gevallen = Array.from({ length: 3000 }, volgende)
  const metTrace = await meetZen(zen, gevallen, true, '@gorules/zen-engine, één tabel, eigen klok met trace')
  const zonderTrace = await meetZen(zen, gevallen, false, '@gorules/zen-engine, één tabel, eigen klok zonder trace')
  const [klein, , groot] = Object.values(tijden).map(mediaan) as [number, number, number]
  return {
    titel: 'Een caseload',
    uitleg: `Gepakte gevallen (${kolommen.length} vragen, alle tabellen van regio B) beslissen in één proces, per geval. Piekgeheugen van het hele proces met 1,3 miljoen gevallen in het geheugen: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB; de gevallen zelf zijn ${Math.round(blokken.reduce((s, b) => s + b.blok.length, 0) / 2 ** 20)} MB. Bij \`simuleer\` komen ze blok voor blok van schijf. Zen meldt haar tijd met en zonder trace; zonder is strenger, want de caseload legt ook niets uit. Van elk geval telt de mediaan van negen keer, daarna het gemiddelde over de gevallen.`,
    regels: [
      ...Object.entries(tijden).map(([naam, t]) => regel(naam, t, 'ns per geval')),
      regel('1,3 miljoen gevallen, alleen de tabel individueel', perTabel, 'ns per geval'),
      { ...metTrace, eenheid: 'ns per geval' },
      { ...zonderTrace, eenheid: 'ns per geval' },
    ],
    verhoudingen: [
      verhouding('zen-engine met trace / gepakt geval, zelfde tabel', metTrace.mediaan / mediaan(perTabel), '≥', 1000),
      verhouding('zen-engine zonder trace / gepakt geval, zelfde tabel', zonderTrace.mediaan / mediaan(perTabel), '≥', 1000),
      verhouding('per geval: 10× / 0,1×', groot / klein, '≤', 1.2),
    ],
  }
}
