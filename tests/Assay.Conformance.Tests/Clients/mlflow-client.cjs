// Every call that the npm package mlflow 2.0.7 makes correctly, against the server of the first argument. Prints one JSON object: what it was answered.
//
// Left out, because the client is wrong:
//   Experiments.setExperimentTag  asks for /experimentsset-experiment-tag, a slash short;
//   Experiments.list              asks for experiments/list, which MLflow removed in its version 2.
// It has no calls for the model registry, inputs, logged models and files; the file that is listed below is therefore uploaded without it.
'use strict';

const [endpoint, client] = process.argv.slice(2);
console.log = console.error; // The client prints every body that it sends.
const MLflow = require(client);
const { ViewType, RunStatus } = require(client.replace(/index\.js$/, 'enum.js'));
const { Experiments, Runs, Metrics, Artifacts } = new MLflow({ endpoint });
const odd = "Ünïcode 'q' \"d\" 100%_\\ 日本 🙂; DROP TABLE runs --";

async function experiments() {
  const { experiment_id } = await Experiments.create({ name: 'from npm' });
  const created = await Experiments.get({ experiment_id });
  await Experiments.update({ experiment_id, new_name: odd });
  const renamed = await Experiments.get({ experiment_id });
  await Experiments.delete({ experiment_id });
  const deleted = await Experiments.get({ experiment_id });
  await Experiments.restore({ experiment_id });
  const restored = await Experiments.get({ experiment_id });
  return { id: experiment_id, created, renamed, deleted, restored };
}

async function run(experiment_id) {
  const { run } = await Runs.create({ experiment_id, user_id: 'somebody', start_time: 1700000000000, tags: [{ key: 'mlflow.runName', value: odd }] });
  const run_id = run.info.run_id;
  await Runs.logMetric({ run_id, key: 'loss', value: 0.5, timestamp: 1700000000001, step: 1 });
  await Runs.logMetric({ run_id, key: 'loss', value: 0.25, timestamp: 1700000000002, step: 2 });
  await Runs.logMetric({ run_id, key: 'broken', value: 'NaN', timestamp: 1700000000003, step: 0 });
  await Runs.logParameter({ run_id, key: 'prompt', value: odd });
  await Runs.setTag({ run_id, key: 'kept', value: odd });
  await Runs.setTag({ run_id, key: 'dropped', value: 'x' });
  await Runs.deleteTag({ run_id, key: 'dropped' });
  await Runs.logBatch({
    run_id,
    metrics: [{ key: 'loss', value: 0.125, timestamp: 1700000000004, step: 3 }, { key: 'accuracy', value: 0.75, timestamp: 1700000000004, step: 3 }],
    params: [{ key: 'completion_tokens', value: '41' }],
    tags: [{ key: 'batch', value: 'yes' }],
  });
  const updated = await Runs.update({ run_id, status: RunStatus.FINISHED, end_time: 1700000001000 });
  return { id: run_id, updated, got: await Runs.get({ run_id }), history: await Metrics.getHistory({ run_id, metric_key: 'loss' }) };
}

async function search(experiment_id) {
  for (let i = 0; i < 5; i++) {
    const { run } = await Runs.create({ experiment_id, start_time: 1700000002000 + i, tags: [{ key: 'group', value: 'searched' }] });
    await Runs.logBatch({ run_id: run.info.run_id, metrics: [{ key: 'score', value: i, timestamp: 1, step: 0 }], params: [{ key: 'n', value: `${i}` }] });
  }
  const query = { experiment_ids: [experiment_id], filter: "tags.group = 'searched' AND metrics.score >= 1", order_by: ['metrics.score DESC'], max_results: 2 };
  const numbers = answer => (answer.runs || []).map(({ data }) => data.params.find(({ key }) => key === 'n').value);
  const pages = [];
  let page_token;
  do {
    const answer = await Runs.search({ ...query, page_token });
    pages.push(numbers(answer));
    page_token = answer.next_page_token;
  } while (page_token && pages.length < 9);
  return pages;
}

async function lifecycle(experiment_id) {
  const { run } = await Runs.create({ experiment_id });
  const run_id = run.info.run_id;
  const found = async run_view_type => ((await Runs.search({ experiment_ids: [experiment_id], run_view_type })).runs || []).some(({ info }) => info.run_id === run_id);
  const views = async () => ({ active: await found(ViewType.ACTIVE_ONLY), deleted: await found(ViewType.DELETED_ONLY), all: await found(ViewType.ALL) });
  await Runs.delete({ run_id });
  const deleted = await views();
  await Runs.restore({ run_id });
  return { deleted, restored: await views() };
}

async function artifacts(run_id) {
  const { root_uri, files } = await Artifacts.list({ run_id });
  const place = `${endpoint}/api/2.0/mlflow-artifacts/artifacts/${root_uri.replace('mlflow-artifacts:/', '')}`;
  await fetch(`${place}/plots/loss.txt`, { method: 'PUT', body: 'three points' });
  return { empty: files || [], root: (await Artifacts.list({ run_id })).files, folder: (await Artifacts.list({ run_id, path: 'plots' })).files };
}

async function refusals(run_id) {
  const calls = {
    missing: () => Runs.get({ run_id: 'f'.repeat(32) }),
    changed: () => Runs.logParameter({ run_id, key: 'completion_tokens', value: '42' }),
    filter: () => Runs.search({ experiment_ids: ['0'], filter: 'metrics.loss !! 1' }),
    taken: () => Experiments.create({ name: 'Default' }),
  };
  const refused = {};
  for (const [name, call] of Object.entries(calls)) {
    refused[name] = await call().then(() => null, error => JSON.parse(error.message.replace(/^Error: /, '')));
  }
  return refused;
}

(async () => {
  const experiment = await experiments();
  const logged = await run(experiment.id);
  process.stdout.write(JSON.stringify({
    odd,
    experiment,
    run: logged,
    search: await search(experiment.id),
    lifecycle: await lifecycle(experiment.id),
    artifacts: await artifacts(logged.id),
    refusals: await refusals(logged.id),
  }));
})();
