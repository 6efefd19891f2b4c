//! What a binding asks of whole archives 检索与导出: a question in JSON goes in, and the answer is taken step by step.
//!
//! ```text
//! JSON ──Question──▶ a thread of its own: Walk ──threads──▶ Export | Search | Catalogue ──Steps──▶ whoever takes them
//! ```
//!
//! | part | what it holds |
//! |---|---|
//! | `question` | what may be asked, and how it is read |
//! | `answer` | the steps, and how they are taken |
//! | `work` | what makes them |

mod answer;
mod question;
mod work;

pub use answer::{Answer, Made, News, Step, Unread};
pub use question::{AskError, ask};
