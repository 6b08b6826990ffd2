package io.rems.platform.test.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ApiRulesTest {
    private static final String PROBLEM =
            "'default': {'description': 'A problem', 'content': {'application/problem+json': {}}}";

    private static final String KEPT = """
            {
              'tags': [{'name': 'bills'}],
              'paths': {
                '/api/v1/bills': {
                  'get': {
                    'operationId': 'getBills', 'summary': 'List bills', 'description': 'All', 'tags': ['bills'],
                    'parameters': [
                      {'name': 'limit', 'in': 'query', 'description': 'Items at most'},
                      {'name': 'cursor', 'in': 'query', 'description': 'Where to go on'},
                      {'name': 'sort', 'in': 'query', 'description': 'Fields'}],
                    'responses': {
                      '200': {'description': 'OK', 'content': {'application/json': {'schema': {'$ref': '#/components/schemas/PageBill'}}}},
                      PROBLEM}
                  },
                  'post': {
                    'operationId': 'postBills', 'summary': 'Write a bill', 'description': 'One', 'tags': ['bills'],
                    'parameters': [{'name': 'Idempotency-Key', 'in': 'header', 'description': 'Names the command'}],
                    'responses': {'201': {'description': 'Created'}, PROBLEM}
                  }
                },
                '/api/v1/bills/{id}': {
                  'get': {
                    'operationId': 'getBill', 'summary': 'Read a bill', 'description': 'One', 'tags': ['bills'],
                    'responses': {'200': {'description': 'OK', 'headers': {'ETag': {}}}, PROBLEM}
                  },
                  'put': {
                    'operationId': 'putBill', 'summary': 'Change a bill', 'description': 'One', 'tags': ['bills'],
                    'parameters': [{'name': 'If-Match', 'in': 'header', 'description': 'The ETag'}],
                    'responses': {'200': {'description': 'OK'}, PROBLEM}
                  }
                }
              },
              'components': {'schemas': {
                'PageBill': {'type': 'object', 'properties': {
                  'items': {'type': 'array', 'items': {'$ref': '#/components/schemas/Bill'}}, 'next': {'type': 'string'}}},
                'Bill': {'type': 'object', 'properties': {
                  'dueDate': {'type': 'string', 'format': 'date'}, 'paidAt': {'type': 'string', 'format': 'date-time'}}}
              }}
            }
            """.replace("PROBLEM", PROBLEM);

    @Test
    void whatKeepsTheRulesPasses() {
        assertThat(violations(KEPT)).isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            /api/v1/bills/{id}                        | /api/v1/bills/{id}/lastReminder  | is not in kebab-case
            /api/v1/bills/{id}                        | /api/v1/billing/{id}             | is not a plural
            'operationId': 'getBill',                 | ""                               | GET /api/v1/bills/{id} has no operationId
            'summary': 'Read a bill',                 | ""                               | GET /api/v1/bills/{id} has no summary
            'summary': 'Read a bill', 'description': 'One', | 'summary': 'Read a bill',  | GET /api/v1/bills/{id} has no description
            'Read a bill', 'description': 'One', 'tags': ['bills'] | 'Read a bill', 'description': 'One' | has not one tag
            [{'name': 'bills'}]                       | []                               | has a tag that is not listed
            'operationId': 'postBills'                | 'operationId': 'getBills'        | has the operationId of another
            'operationId': 'postBills'                | 'operationId': 'list_2'          | has an operationId that depends on others
            '201': {'description': 'Created'},        | ""                               | says nothing of success
            '201': {'description': 'Created'}         | '201': {}                        | does not describe 201
            '201': {'description': 'Created'}, 'default' | '201': {'description': 'Created'}, '404' | does not say that errors are problems
            'name': 'sort', 'in': 'query', 'description': 'Fields' | 'name': 'sort', 'in': 'query' | does not describe sort
            'name': 'sort', 'in': 'query'             | 'name': 'sort_by', 'in': 'query' | sort_by is not in camelCase
            'name': 'sort', 'in': 'query'             | 'name': 'order', 'in': 'query'   | answers in pages but does not take sort
            , 'next': {'type': 'string'}              | ""                               | takes a cursor but gives none
            {'$ref': '#/components/schemas/PageBill'} | {'type': 'array', 'items': {'$ref': '#/components/schemas/PageBill'}} | answers with a bare array
            Idempotency-Key                           | Key                              | does not take Idempotency-Key
            If-Match                                  | If                               | does not take If-Match
            {'$ref': '#/components/schemas/Bill'}     | {}                               | Nobody uses the schema Bill
            'paidAt'                                  | 'paid_at'                        | Bill.paid_at is not in camelCase
            'string', 'format': 'date-time'           | 'string'                         | Bill.paidAt does not say whether it is a date or an instant
            """)
    void whatDepartsFromARuleIsTold(String kept, String broken, String told) {
        assertThat(KEPT).contains(kept);

        assertThat(violations(KEPT.replace(kept, broken))).anyMatch(violation -> violation.contains(told));
    }

    private static List<String> violations(String api) {
        return ApiRules.violations(JsonMapper.shared().readTree(api.replace('\'', '"')));
    }
}
