//! The cases of the table under criterion, for comparison with a saved baseline: the same inputs, the same work.

use criterion::{Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use torch_bulletin_benches::archive::{ISSUES, Setting, archive};
use torch_bulletin_benches::cases::{Inputs, cases};

fn groups(criterion: &mut Criterion) {
    for setting in [Setting::Plain, Setting::Wrapped] {
        let inputs = Inputs::new(archive(ISSUES, setting));
        for case in cases(&inputs) {
            case.check();
            let mut group = criterion.benchmark_group(format!("{}/{}", setting.name(), case.group));
            group.sampling_mode(SamplingMode::Flat).sample_size(10);
            group.throughput(Throughput::ElementsAndBytes {
                elements: inputs.documents() as u64,
                bytes: inputs.bytes() as u64,
            });
            group.bench_function(case.name, |bencher| bencher.iter(|| case.run()));
            group.finish();
        }
    }
}

criterion_group!(benches, groups);
criterion_main!(benches);
