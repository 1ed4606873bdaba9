import { test } from 'vitest'
import { readFileSync } from 'node:fs'
import { smallBase, idsOf, caveatKinds, after, lineOf } from './small-base.ts'
test('probe', () => {
  const small = smallBase()
  const out: string[] = []
  for (const line of readFileSync('/tmp/probe.txt', 'utf8').split('\n').filter(Boolean)) {
    try {
      const t0 = performance.now()
      const [own, mem] = line.split(' <= ')
      const isLine = /^(lookup|compare|rank|trend|summary|list|aggregate|define|sources)( |$)\S*:?/.test(own!) && own!.includes(':')
      const a = isLine ? small.answer(own!) : small.ask(own!, mem ? { memory: after(mem) } : {})
      const q = a.understanding
      out.push(`${line}\n    ${lineOf(q)} ${q.talk ?? ''} unused=${q.unused} choices=${q.choices.length} carried=${q.carried}\n    => ${a.kind} ${idsOf(a).join(' ')} [${caveatKinds(a)}] ${JSON.stringify(a.derived.map(d=>[d.kind,d.value,d.terms.join(' ')]))} ${JSON.stringify({...a, query:0,understanding:0,facts:0,derived:0,caveats:a.caveats, nearest:(a as any).nearest?.map((n:any)=>n.fact.id+'/'+n.differs), choices:(a as any).choices?.map((c:any)=>c.fact?.id??c.query.regions), others:(a as any).others?.map((f:any)=>f.id), series:(a as any).series?.map((f:any)=>f.id),points:(a as any).points?.map((f:any)=>f.id), groups:(a as any).groups?.map((g:any)=>(g.facts??g).map((f:any)=>f.id))})} ${(performance.now()-t0).toFixed(1)}ms`)
    } catch (e) { out.push(`${line}\n   !! ${(e as Error).stack}`) }
  }
  console.log(out.join('\n'))
})
