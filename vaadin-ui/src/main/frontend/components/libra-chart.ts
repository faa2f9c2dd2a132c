import * as echarts from 'echarts/core';
import { LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { CanvasRenderer } from 'echarts/renderers';

echarts.use([LineChart, GridComponent, MarkLineComponent, TooltipComponent, CanvasRenderer]);

type Limit = { name: string; value: number };
type Setup = { label: string; unit: string; digits: number; names: string[]; limits: Limit[]; step: boolean };

const COLOURS = ['#2f7ed8', '#d9822b', '#2a9d6f', '#b0509e', '#7a8699', '#c94f4f'];

/** Lines over time: set up once, then one point per series and tick. */
class LibraChart extends HTMLElement {
  private chart?: echarts.ECharts;
  private setup?: Setup;
  private points: [number, number][][] = [];
  private spanMs = 10 * 60 * 1000;
  private readonly sizes = new ResizeObserver(() => this.chart?.resize());
  private readonly themes = new MutationObserver(() => this.draw());

  connectedCallback() {
    this.style.display = 'block';
    this.chart = echarts.init(this, undefined, { renderer: 'canvas' });
    this.sizes.observe(this);
    this.themes.observe(document.documentElement, { attributes: true, attributeFilter: ['theme'] });
    this.draw();
  }

  disconnectedCallback() {
    this.sizes.disconnect();
    this.themes.disconnect();
    this.chart?.dispose();
    this.chart = undefined;
  }

  /** Takes the series' names and what is known of them: rows of [time, value, value, …]. */
  start(setup: string, rows: string, spanMs: number) {
    this.setup = JSON.parse(setup) as Setup;
    this.spanMs = spanMs;
    this.points = this.setup.names.map(() => []);
    (JSON.parse(rows) as number[][]).forEach((row) => this.add(row));
    this.draw();
  }

  /** Adds one row of [time, value, value, …]. */
  append(row: string) {
    this.add(JSON.parse(row) as number[]);
    this.draw();
  }

  private add(row: number[]) {
    const time = row[0];
    this.points.forEach((series, i) => {
      const value = row[i + 1];
      if (value !== null && value !== undefined) {
        series.push([time, value]);
      }
      while (this.spanMs > 0 && series.length > 0 && series[0][0] < time - this.spanMs) {
        series.shift();
      }
    });
  }

  private draw() {
    if (!this.chart || !this.setup) {
      return;
    }
    const setup = this.setup;
    const style = getComputedStyle(this);
    const text = style.getPropertyValue('--lumo-secondary-text-color').trim() || '#667';
    const line = style.getPropertyValue('--lumo-contrast-20pct').trim() || '#ccc';
    const show = (v: unknown) => `${Number(v).toFixed(setup.digits)} ${setup.unit}`;
    this.chart.setOption(
      {
        animation: false,
        color: COLOURS,
        textStyle: { fontFamily: 'inherit' },
        grid: { left: 44, right: 12, top: 10, bottom: 22 },
        tooltip: { trigger: 'axis', valueFormatter: show, confine: true },
        xAxis: {
          type: 'time',
          axisLabel: { color: text, hideOverlap: true, fontSize: 11 },
          axisLine: { lineStyle: { color: line } },
          splitLine: { show: false },
        },
        yAxis: {
          type: 'value',
          min: 0,
          splitNumber: 3,
          minInterval: setup.step ? 1 : 0,
          axisLabel: { color: text, fontSize: 11 },
          splitLine: { lineStyle: { color: line, opacity: 0.5 } },
        },
        series: setup.names.map((name, i) => ({
          name,
          type: 'line',
          showSymbol: false,
          step: setup.step ? 'end' : false,
          lineStyle: { width: 1.6 },
          data: this.points[i],
          markLine:
            i === 0 && setup.limits.length > 0
              ? {
                  silent: true,
                  symbol: 'none',
                  label: { show: false },
                  data: setup.limits.map((l, n) => ({
                    name: l.name,
                    yAxis: l.value,
                    lineStyle: { color: COLOURS[n % COLOURS.length], type: 'dashed', width: 1, opacity: 0.8 },
                  })),
                }
              : undefined,
        })),
      },
      { notMerge: true }
    );
    const last = this.points.map((p, i) => `${setup.names[i]} ${p.length ? show(p[p.length - 1][1]) : 'no data'}`);
    this.setAttribute('role', 'img');
    this.setAttribute('aria-label', `${setup.label}: ${last.join(', ')}`);
  }
}

customElements.define('libra-chart', LibraChart);
