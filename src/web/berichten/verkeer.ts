/** Van tellingen per stand naar wat een mens wil zien: hoeveel kwam, hoeveel ging, en wat daarvan wacht of mis is. */
import type { Verkeerantwoord } from '#http/api/berichten/vormen.ts'
import { standgroep } from './standgroep.ts'

export type Kant = { readonly goed: number; readonly wacht: number; readonly mis: number }
export type Dagbeeld = { readonly dag: string; readonly in: Kant; readonly uit: Kant }

export const som = ({ goed, wacht, mis }: Kant): number => goed + wacht + mis

export const naarDagbeeld = (dagen: Verkeerantwoord['dagen']): Dagbeeld[] =>
  dagen.map(({ dag, tellingen }) => ({ dag, in: kant(tellingen, 'in'), uit: kant(tellingen, 'uit') }))

function kant(tellingen: Verkeerantwoord['dagen'][number]['tellingen'], richting: 'in' | 'uit'): Kant {
  const uit = { goed: 0, wacht: 0, mis: 0 }
  for (const t of tellingen) if (t.richting === richting) uit[standgroep[t.stand]] += t.aantal
  return uit
}

/** De hoogste stapel, voor de schaal; minstens één, zodat een leeg beeld geen deling door nul is. */
export const hoogste = (dagen: readonly Dagbeeld[]): number => Math.max(1, ...dagen.flatMap((d) => [som(d.in), som(d.uit)]))

/** "12 ontvangen, waarvan 2 mis; 8 verstuurd, waarvan 1 wacht". */
export const dagInWoorden = (d: Dagbeeld): string => `${kantInWoorden(d.in, 'ontvangen')}; ${kantInWoorden(d.uit, 'verstuurd')}`

function kantInWoorden(k: Kant, woord: string): string {
  const bijzonder = [k.mis > 0 && `${k.mis} mis`, k.wacht > 0 && `${k.wacht} ${k.wacht === 1 ? 'wacht' : 'wachten'}`].filter(Boolean)
  return `${som(k).toLocaleString('nl-NL')} ${woord}${bijzonder.length > 0 ? `, waarvan ${bijzonder.join(' en ')}` : ''}`
}
