//! The wire crate from outside: the contract key by key, offsets, reading back, the schema.

mod chunk;
mod contract;
mod fact;
mod offsets;
mod round_trip;
mod sample;
mod schema;
