namespace Assay.Models;

/// <summary>
/// Asks another model while there is money left: calls are counted by what they cost. Stands close to the model, so that each try is paid for
/// and a replayed answer is not. Calls under way when the money ends are finished, so a little more than the budget may be spent.
/// </summary>
/// <param name="inner">The model that is asked.</param>
/// <param name="spec">Its name, for its price.</param>
/// <param name="budget">What may be spent; several models may share one.</param>
/// <param name="time">The clock.</param>
public sealed class BudgetedModel(IModel inner, ModelSpec spec, Budget budget, TimeProvider time) : DelegatingModel(inner)
{
    /// <inheritdoc/>
    public override async Task<Answer> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        budget.RequireSome();
        var answer = await Inner.AskAsync(request, cancellationToken).ConfigureAwait(false);
        budget.Spend(spec, answer, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        return answer;
    }
}
