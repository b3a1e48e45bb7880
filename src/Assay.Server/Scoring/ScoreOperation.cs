using Assay.Server.OpenApi;

namespace Assay.Server.Scoring;

/// <summary>How <c>POST /api/assay/v1/score</c> is described. Its messages are read and written by hand, so their schemas are too.</summary>
internal static class ScoreOperation
{
    public static Operation Instance { get; } = new("scoreRows", "scores", "Scores rows, as 'assay score' does.")
    {
        Description =
            $"At most {ScoreLimits.Rows} rows, {ScoreLimits.Scorers} scorers and {ScoreLimits.Bytes / 1024 / 1024} MiB a request. Nothing is kept. "
            + "Scorers that would call a service are refused. Where a score cannot be given it is null, and its reason says why.",
        Request = OperationBody.Of("""
            {
              "type": "object",
              "required": ["scorers", "rows"],
              "properties": {
                "scorers": {
                  "type": "array",
                  "minItems": 1,
                  "items": { "type": "string", "examples": ["exact_match", "token_count:encoding=o200k_base", "question-answering"] },
                  "description": "Scorers and sets of them: NAME or NAME:param=value,…"
                },
                "rows": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "properties": {
                      "prediction": { "description": "What is scored: a text, for most scorers." },
                      "reference": { "description": "What was expected." },
                      "input": { "type": "string", "description": "What was asked." },
                      "context": { "type": "string", "description": "What the answer is to be based on." }
                    }
                  }
                }
              }
            }
            """),
        Response = OperationBody.Of("""
            {
              "type": "object",
              "required": ["rows"],
              "properties": {
                "rows": {
                  "type": "array",
                  "description": "A row for each that was sent, in their order.",
                  "items": {
                    "type": "object",
                    "required": ["scores", "reasons"],
                    "properties": {
                      "scores": { "type": "object", "additionalProperties": { "type": ["number", "null"] } },
                      "reasons": { "type": "object", "additionalProperties": { "type": "string" } }
                    }
                  }
                }
              }
            }
            """),
    };
}
