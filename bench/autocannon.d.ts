declare module 'autocannon' {
  import type { EventEmitter } from 'node:events'
  type Vraag = { method?: string; path?: string; headers?: Record<string, string>; body?: string }
  type Opties = {
    url: string
    connections: number
    amount: number
    requests: { setupRequest(vraag: Vraag): Vraag }[]
  }
  const autocannon: (opties: Opties, klaar: (fout: Error | null, uitslag: { errors: number; non2xx: number }) => void) => EventEmitter
  // biome-ignore lint/style/noDefaultExport: zo geeft het pakket zich
  export default autocannon
}
