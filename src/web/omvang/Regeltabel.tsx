import type { Normenkader } from '#core/catalogus/vorm.ts'
import { Tabel } from '#web/onderdelen/Tabel.tsx'
import type { Berekening } from './bereken.ts'
import { berekeningTekst, breukTekst } from '#core/indicatie/regelwoorden.ts'
import type { Omvangstand } from './stand.ts'

/** Dezelfde feiten als de balk, als tabel om na te rekenen en af te drukken. */
export function Regeltabel({ kader, stand, berekening }: { kader: Normenkader | null; stand: Omvangstand; berekening: Berekening }) {
  const totaal = berekening.omvang?.totaal
  const rijen = stand.regels.map((r, i) => {
    const u = berekening.perRegel.get(r.id)
    const naam = kader?.activiteiten.find((a) => a.code === r.activiteit)?.tekst ?? (r.activiteit || 'nog geen activiteit')
    return {
      sleutel: r.id,
      cellen: [
        `${i + 1}. ${naam}`,
        u ? berekeningTekst(u.berekening, u.minutenPerWeek) : 'telt nog niet mee',
        [r.reden, r.motivering].filter((t) => t.trim() !== '').join('. '),
        u ? breukTekst(u.minutenPerWeek) : '',
      ],
    }
  })
  const slot =
    totaal && 'minutenPerWeek' in totaal
      ? [
          {
            sleutel: 'totaal',
            klasse: 'omvang-slot',
            cellen: [
              'Totaal',
              `${breukTekst(totaal.minutenPerWeek)}, afgerond ${totaal.afgerond}`,
              totaal.inWoorden,
              String(totaal.afgerond),
            ],
          },
        ]
      : []
  return (
    <Tabel
      bijschrift="Zo is het gerekend"
      compact
      koppen={['Regel', 'Berekening', 'Reden en motivering', 'Minuten per week']}
      rijen={[...rijen, ...slot]}
    />
  )
}
