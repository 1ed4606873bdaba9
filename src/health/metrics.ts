/** Metrics in Prometheus' text form, kept by prom-client. What is counted, and why, stands in docs/operations.md. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Labels, Metrics } from '../base/metrics.ts'

export interface KeptMetrics extends Metrics {
  /** The text of /metrics, and its content type. */
  text(): Promise<string>
  contentType: string
}

export function createMetrics(): KeptMetrics {
  const registry = new Registry()
  // process CPU and memory, heap, garbage collection, delay of the event loop
  collectDefaultMetrics({ register: registry })
  const counters = new Map<string, Counter>()
  const gauges = new Map<string, Gauge>()
  const histograms = new Map<string, Histogram>()

  /** The first use of a name decides its labels, as in Prometheus a metric has one set of them. */
  function kept<M>(metrics: Map<string, M>, name: string, labels: Labels, make: (options: Options) => M): M {
    let metric = metrics.get(name)
    if (metric === undefined) {
      metric = make({
        name: PREFIX + name,
        help: HELP[name] ?? name.replaceAll('_', ' '),
        labelNames: Object.keys(labels),
        registers: [registry],
      })
      metrics.set(name, metric)
    }
    return metric
  }

  return {
    count: (name, labels = {}, by = 1) =>
      kept(counters, name, labels, (options) => new Counter(options)).inc({ ...labels }, by),
    set: (name, value, labels = {}) =>
      kept(gauges, name, labels, (options) => new Gauge(options)).set({ ...labels }, value),
    time: (name, seconds, labels = {}) =>
      kept(histograms, name, labels, (options) => new Histogram({ ...options, buckets: BUCKETS })).observe(
        { ...labels },
        seconds,
      ),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}

interface Options {
  name: string
  help: string
  labelNames: string[]
  registers: Registry[]
}

const PREFIX = 'gazetteer_'
/** Seconds: from an answer out of memory to the three seconds both platforms wait for. */
const BUCKETS = [0.001, 0.005, 0.02, 0.05, 0.1, 0.3, 1, 2.5, 3, 10]
const HELP: Readonly<Record<string, string>> = {
  turns_total: 'Things people said, by platform, kind and outcome',
  late_total: 'Answers that came after the platform had stopped waiting',
  digest_skipped_total: 'Due digests that were not posted, by reason',
}
