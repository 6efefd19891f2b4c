//! How many bytes a second `parse` reads, one issue at a time.
//!
//! Every result is looked at before its bench is timed, so that no bench measures a parse of nothing.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use torch_bulletin::parse;
use torch_bulletin_tests::invariants;

fn one_issue(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("parse");
    for (issue, _) in torch_bulletin_benches::issues() {
        invariants::check_parse(&issue.input).expect("a bench measures sound parses only");
        let parsed = parse(&issue.input);
        let articles = parsed.bulletin().articles().count();
        let blocks: usize = parsed.bulletin().articles().map(|it| it.blocks.len()).sum();
        assert!(articles > 1 && blocks > articles, "{}: {articles} articles, {blocks} blocks", issue.name);

        group.throughput(Throughput::Bytes(issue.input.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(&issue.name), &issue.input, |bencher, input| {
            bencher.iter(|| parse(black_box(input)));
        });
    }
    group.finish();
}

criterion_group!(benches, one_issue);
criterion_main!(benches);
